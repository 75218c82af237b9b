package social.kring.door.mastodon.entities;

import java.util.List;
import java.util.Optional;

/** How the reader and someone stand to each other. */
public record Relationship(
    String id,
    boolean following,
    boolean showingReblogs,
    boolean notifying,
    Optional<List<String>> languages,
    boolean followedBy,
    boolean blocking,
    boolean blockedBy,
    boolean muting,
    boolean mutingNotifications,
    boolean requested,
    boolean requestedBy,
    boolean domainBlocking,
    boolean endorsed,
    String note) {}
