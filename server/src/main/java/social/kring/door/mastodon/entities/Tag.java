package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/** A hashtag. */
public record Tag(
    String id,
    String name,
    String url,
    List<Object> history,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> following) {}
