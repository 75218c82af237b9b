package social.kring.community.curation;

import java.util.List;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.community.filters.Filters;
import social.kring.community.hashtags.Hashtags;
import social.kring.community.links.ProvenLinks;
import social.kring.community.links.Web;
import social.kring.community.lists.Lists;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.jobs.JobHandler;

/**
 * What people arrange for themselves: whom they read apart, what they do not want to read, which
 * hashtags they follow and show, and which links prove to be theirs.
 */
public record Curation(Lists lists, Filters filters, Hashtags hashtags, ProvenLinks links) {

  public static Curation on(Foundation base, Web web) {
    return new Curation(
        new Lists(base), new Filters(base), new Hashtags(base), new ProvenLinks(base, web));
  }

  /** All of them as one. */
  public Capability capability() {
    var parts =
        List.of(
            lists.capability(), filters.capability(), hashtags.capability(), links.capability());
    var consumers = parts.stream().flatMap(part -> part.consumers().stream());
    var jobs = parts.stream().flatMap(part -> part.jobs().stream());
    return Capability.named("curation")
        .consuming(consumers.toArray(EventConsumer[]::new))
        .working(jobs.toArray(JobHandler[]::new));
  }
}
