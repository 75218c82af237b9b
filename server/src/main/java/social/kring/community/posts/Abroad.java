package social.kring.community.posts;

import java.time.Duration;
import java.util.Optional;
import social.kring.federation.actors.ActorRow;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.url.FediUrl;

/** What other nodes say when they are asked. What cannot be had, for whatever reason, is absent. */
public interface Abroad {

  /** Who that is, if it becomes known in time; stored as an actor. */
  Optional<ActorRow> actor(Handle handle, Duration patience);

  /** Who that is; stored as an actor. */
  Optional<ActorRow> actor(FediUrl uri);

  /** What lies at an address, from its own origin. */
  Optional<ApObject> object(FediUrl uri);
}
