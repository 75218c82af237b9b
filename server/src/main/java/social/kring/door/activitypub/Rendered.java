package social.kring.door.activitypub;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import social.kring.community.DocumentSource.Served;
import social.kring.protocol.url.FediUrl;

/**
 * A document as it goes over the wire.
 *
 * @param page where people are sent instead, if there is a page
 * @param gone whether it is a Tombstone
 */
record Rendered(Buffer body, Optional<FediUrl> page, boolean gone) {

  static Rendered of(Served served) {
    return new Rendered(Buffer.buffer(served.document().toBytes()), served.page(), served.gone());
  }
}
