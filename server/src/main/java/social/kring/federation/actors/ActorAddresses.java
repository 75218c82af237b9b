package social.kring.federation.actors;

import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * Where an actor's things are: stored, never computed.
 *
 * @param page what people are shown
 */
public record ActorAddresses(
    FediUrl inbox,
    Optional<FediUrl> sharedInbox,
    Optional<FediUrl> outbox,
    Optional<FediUrl> followers,
    Optional<FediUrl> following,
    Optional<FediUrl> featured,
    FediUrl page) {}
