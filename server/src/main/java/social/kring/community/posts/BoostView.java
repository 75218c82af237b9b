package social.kring.community.posts;

import social.kring.federation.actors.ActorRow;

/** A boost with who made it. */
public record BoostView(BoostRow boost, ActorRow booster) {}
