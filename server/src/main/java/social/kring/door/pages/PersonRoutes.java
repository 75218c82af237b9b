package social.kring.door.pages;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import social.kring.community.posts.EntryView;
import social.kring.door.Incoming;
import social.kring.door.PageAnswers;
import social.kring.platform.domains.Domain;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.Handle;

/** People and their posts: {@code /@name}, {@code /@name/ID}, and their feeds. */
final class PersonRoutes {
  private final PageSources sources;
  private final Residents residents;
  private final Profiles profiles;
  private final Threads threads;
  private final Feeds feeds;
  private final HotPages hot;

  PersonRoutes(PageSources sources, Frames frames, HotPages hot) {
    this.sources = sources;
    this.residents = new Residents(sources);
    this.profiles = new Profiles(sources, frames);
    this.threads = new Threads(sources, frames);
    this.feeds = new Feeds(sources);
    this.hot = hot;
  }

  void mount(Router router, Failing failing) {
    router
        .routeWithRegex("/(@|%40).*")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(Pages.forPeople(this::answer))
        .failureHandler(Pages.failures(failing));
  }

  private void answer(RoutingContext context) {
    var asked =
        PersonPath.parse(context.request().path())
            .orElseThrow(() -> Problem.notFound("There is nothing here"));
    switch (asked) {
      case PersonPath.Profile profile -> profile(context, profile);
      case PersonPath.Post post -> post(context, post);
      case PersonPath.Feed feed -> feed(context, feed);
      case PersonPath.Whole whole -> elsewhere(context, whole.handle());
    }
  }

  private void profile(RoutingContext context, PersonPath.Profile asked) {
    var html = hot.get(context, () -> written(context, asked));
    if (html.isPresent()) {
      PageAnswers.open(context, html.get());
    } else {
      var actor = residents.find(Incoming.domain(context), asked.name());
      PageAnswers.seeOther(context, actor.addresses().page().text());
    }
  }

  /** Empty where the person has her page at another address. */
  private Optional<String> written(RoutingContext context, PersonPath.Profile asked) {
    var domain = Incoming.domain(context);
    var actor = residents.find(domain, asked.name());
    return Optional.of(actor)
        .filter(each -> each.addresses().page().text().equals(address(domain, asked.name())))
        .map(each -> profiles.page(domain, each, asked.replies(), Pages.before(context)))
        .map(Templates::html);
  }

  private void post(RoutingContext context, PersonPath.Post asked) {
    var html = hot.get(context, () -> written(context, asked));
    if (html.isPresent()) {
      PageAnswers.open(context, html.get());
    } else {
      PageAnswers.seeOther(context, page(require(asked)));
    }
  }

  /** Empty where the post has its page at another address. */
  private Optional<String> written(RoutingContext context, PersonPath.Post asked) {
    var domain = Incoming.domain(context);
    return Optional.of(require(asked))
        .filter(post -> page(post).equals(address(domain, asked.name()) + "/" + asked.id()))
        .map(post -> threads.page(domain, post))
        .map(Templates::html);
  }

  private EntryView require(PersonPath.Post asked) {
    return threads.find(asked.id()).orElseThrow(PersonRoutes::nothing);
  }

  private static String page(EntryView post) {
    return post.post().post().addresses().page().text();
  }

  private static String address(Domain domain, String name) {
    return domain.url("/").text() + "@" + name;
  }

  private void feed(RoutingContext context, PersonPath.Feed asked) {
    var feed = hot.get(context, () -> Optional.of(written(context, asked)));
    context
        .response()
        .putHeader("Content-Type", Feeds.MEDIA_TYPE)
        .putHeader("Cache-Control", "public, max-age=60")
        .end(feed.orElseThrow())
        .await();
  }

  private String written(RoutingContext context, PersonPath.Feed asked) {
    return feeds.feed(residents.find(Incoming.domain(context), asked.name()));
  }

  /** Only to those who are known here: nobody is sent to an address made up by a link. */
  private void elsewhere(RoutingContext context, Handle handle) {
    var actor =
        sources
            .actors()
            .byHandle(sources.database(), handle)
            .filter(known -> known.standing().active())
            .orElseThrow(PersonRoutes::nothing);
    PageAnswers.seeOther(context, actor.addresses().page().text());
  }

  private static Problem nothing() {
    return Problem.notFound("There is nothing here");
  }
}
