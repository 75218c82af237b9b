package social.kring.door.mastodon.entities;

import java.util.List;
import java.util.Optional;

/** A thread of direct messages. */
public record Conversation(
    String id, boolean unread, List<Account> accounts, Optional<Status> lastStatus) {}
