package social.kring.door.mastodon.entities;

import java.util.Map;
import java.util.Optional;

/**
 * A picture, sound or film of a post.
 *
 * @param textUrl always none: no longer documented, and still expected by some apps
 */
public record MediaAttachment(
    String id,
    String type,
    Optional<String> url,
    Optional<String> previewUrl,
    Optional<String> remoteUrl,
    Optional<String> textUrl,
    Map<String, Object> meta,
    Optional<String> description,
    Optional<String> blurhash) {}
