package social.kring.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import social.kring.community.posts.Abroad;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.Needs;
import social.kring.federation.remote.WebPage;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** The rest of the fediverse: what a test has put there. */
public final class Outside implements Abroad {
  private final Town town;
  private final Map<FediUrl, Tree> documents = new HashMap<>();
  private final Map<Handle, String> people = new HashMap<>();
  private final Map<FediUrl, String> pages = new HashMap<>();
  private final List<FediUrl> visited = new ArrayList<>();
  private final Set<FediUrl> away = new HashSet<>();
  private int asked;

  Outside(Town town) {
    this.town = town;
  }

  public void serves(Tree document) {
    documents.put(document.id("id").orElseThrow(), document);
  }

  /** Somebody whom nobody here knows yet. */
  public void has(String handle) {
    var parsed = Handle.parse(handle);
    people.put(parsed, parsed.name());
  }

  /** There is a page of the web. */
  public void shows(String url, String html) {
    pages.put(FediUrl.parse(url), html);
  }

  /** A site of the web cannot be reached. */
  public void isAway(String url) {
    away.add(FediUrl.parse(url));
  }

  /** How often a page was asked for. */
  public long visits(String url) {
    return visited.stream().filter(FediUrl.parse(url)::equals).count();
  }

  public WebPage page(FediUrl url) {
    visited.add(url);
    if (away.contains(url)) throw Problem.unavailable(url + " is away", Duration.ofSeconds(5));
    return Optional.ofNullable(pages.get(url))
        .map(html -> new WebPage(url, Optional.of("utf-8"), html.getBytes(StandardCharsets.UTF_8)))
        .orElseThrow(() -> Problem.notFound("There is nothing at " + url));
  }

  /** How often anything was asked for. */
  public int asked() {
    return asked;
  }

  @Override
  public Optional<ActorRow> actor(Handle handle, Duration patience) {
    asked++;
    return Optional.ofNullable(people.get(handle))
        .map(name -> town.stranger(name, handle.authority()));
  }

  @Override
  public Optional<ActorRow> actor(FediUrl uri) {
    asked++;
    var known = town.foundation().actors().byUri(town.database(), uri);
    return known.or(
        () ->
            people.keySet().stream()
                .filter(h -> uri.text().equals("https://" + h.authority() + "/users/" + h.name()))
                .findFirst()
                .map(handle -> town.stranger(handle.name(), handle.authority())));
  }

  @Override
  public Optional<ApObject> object(FediUrl uri) {
    asked++;
    return Optional.ofNullable(documents.get(uri)).map(ApObject::parse);
  }

  /** An actor as it is now: as the town has it, since a test changes it there. */
  public ActorRow fresh(FediUrl uri) {
    return actor(uri).orElseThrow(() -> Problem.upstream("There is nobody at " + uri));
  }

  Fetched fetch(Fetched before, Needs needs) {
    return new Fetched(
        Square.joined(before.actors(), found(needs.actors(), this::actor)),
        Square.joined(before.objects(), found(needs.objects(), this::object)));
  }

  private static <T> Map<FediUrl, T> found(
      Set<FediUrl> urls, java.util.function.Function<FediUrl, Optional<T>> find) {
    return urls.stream()
        .flatMap(url -> find.apply(url).map(value -> Map.entry(url, value)).stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
