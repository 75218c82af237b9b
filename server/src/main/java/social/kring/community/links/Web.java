package social.kring.community.links;

import social.kring.federation.remote.WebPage;
import social.kring.protocol.url.FediUrl;

/** The web, as far as its pages can be read. */
@FunctionalInterface
public interface Web {

  /**
   * @throws social.kring.protocol.Problem UNAVAILABLE where it may be there later, and others where
   *     there is nothing to see
   */
  WebPage at(FediUrl url);
}
