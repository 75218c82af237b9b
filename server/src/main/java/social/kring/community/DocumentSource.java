package social.kring.community;

import java.util.Optional;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Serves ActivityStreams documents of this node by their whole id. */
@FunctionalInterface
public interface DocumentSource {

  /**
   * @param id the whole URL asked for, query included
   * @return what is there for this reader; what it may not see is as absent as what does not exist
   */
  Optional<Served> find(FediUrl id, Reader reader);

  /**
   * A document as it goes out.
   *
   * @param page where people are sent instead, if there is a page
   * @param gone whether it is a Tombstone, answered 410
   */
  record Served(Tree document, Optional<FediUrl> page, boolean gone) {}
}
