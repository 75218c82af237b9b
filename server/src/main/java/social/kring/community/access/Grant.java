package social.kring.community.access;

import java.util.Optional;

/**
 * A person's consent that an application may act for her.
 *
 * @param challenge PKCE code_challenge by S256, if the application sent one (RFC 7636 §4.2)
 */
public record Grant(
    long application, long actor, String redirectUri, Scopes scopes, Optional<String> challenge) {}
