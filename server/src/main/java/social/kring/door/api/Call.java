package social.kring.door.api;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import social.kring.community.access.Account;
import social.kring.community.access.Authorization;
import social.kring.door.ClientAddresses;
import social.kring.door.Incoming;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.domains.Domain;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/** A request to the client API by somebody who may make it. */
public final class Call {
  private static final long NOBODY = 0;

  private final RoutingContext context;
  private final Optional<Authorization> authorization;
  private final Database database;
  private final Actors actors;
  private Optional<Parameters> parameters = Optional.empty();
  private Optional<String> links = Optional.empty();

  Call(
      RoutingContext context,
      Optional<Authorization> authorization,
      Database database,
      Actors actors) {
    this.context = context;
    this.authorization = authorization;
    this.database = database;
    this.actors = actors;
  }

  /** The id of whoever is signed in; 0 is the public. */
  public long viewer() {
    return authorization.flatMap(Authorization::account).map(Account::actor).orElse(NOBODY);
  }

  public boolean signedIn() {
    return viewer() != NOBODY;
  }

  /**
   * @throws Problem UNAUTHENTICATED if nobody is signed in
   */
  public Account account() {
    return authorization
        .flatMap(Authorization::account)
        .orElseThrow(() -> Problem.unauthenticated("This needs somebody who is signed in"));
  }

  /**
   * Who is signed in, as others know them.
   *
   * @throws Problem UNAUTHENTICATED if nobody is
   */
  public ActorRow person() {
    return actors
        .byId(database, account().actor())
        .orElseThrow(() -> Problem.unauthenticated("The access token is invalid"));
  }

  /**
   * What was brought along.
   *
   * @throws Problem UNAUTHENTICATED where nothing was
   */
  public Authorization authorization() {
    return authorization.orElseThrow(() -> Problem.unauthenticated("The access token is missing"));
  }

  /** From where the call comes. */
  public InetAddress from(ClientAddresses addresses) {
    return addresses.of(context);
  }

  /** The token that was used. */
  public Optional<Long> token() {
    return authorization.map(Authorization::token);
  }

  /**
   * What was sent, in whatever form.
   *
   * @throws Problem MALFORMED or INVALID for what cannot be read
   */
  public Parameters parameters() {
    if (parameters.isEmpty()) parameters = Optional.of(Parameters.of(context));
    return parameters.get();
  }

  /** A file that was sent along, if it is not empty. */
  public Optional<byte[]> upload(String name) {
    return file(name).map(Call::content);
  }

  /** Where such a file lies until this call is answered. */
  public Optional<Path> file(String name) {
    return context.fileUploads().stream()
        .filter(file -> file.name().equals(name) && file.size() > 0)
        .findFirst()
        .map(file -> Path.of(file.uploadedFileName()));
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A part of the path. */
  public String path(String name) {
    return context.pathParam(name);
  }

  /**
   * The id in the path.
   *
   * @throws Problem NOT_FOUND where it cannot be one
   */
  public long id() {
    return Ids.required(path("id"));
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(context.request().getHeader(name));
  }

  public Domain domain() {
    return Incoming.domain(context);
  }

  /** Which part of a list of posts is asked for. */
  public Page postPage() {
    return Page.ofPosts(parameters());
  }

  /** Which part of a list of people is asked for. */
  public Page accountPage() {
    return Page.ofAccounts(parameters());
  }

  /** Points to the pages beside the one that is answered. */
  public <T> void link(List<T> shown, ToLongFunction<T> id) {
    links = new PageLinks(context).beside(shown, id);
  }

  /** Points to the next page of a list that goes by names. */
  public void linkNext(String last) {
    links = Optional.of(new PageLinks(context).next(last));
  }

  /** What {@code Link} says. */
  Optional<String> links() {
    return links;
  }
}
