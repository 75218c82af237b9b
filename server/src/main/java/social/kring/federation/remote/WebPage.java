package social.kring.federation.remote;

import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * A page that people read, or the beginning of it.
 *
 * @param at where it was found
 * @param charset as the server names it; the page itself may name another
 */
public record WebPage(FediUrl at, Optional<String> charset, byte[] html) {}
