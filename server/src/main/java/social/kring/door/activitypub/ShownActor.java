package social.kring.door.activitypub;

import social.kring.federation.actors.ActorRow;

/** An actor of this node with its document. */
record ShownActor(ActorRow actor, Rendered document) {}
