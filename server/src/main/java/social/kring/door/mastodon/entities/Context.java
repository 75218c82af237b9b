package social.kring.door.mastodon.entities;

import java.util.List;

/** What stands before and after a post in its thread. */
public record Context(List<Status> ancestors, List<Status> descendants) {}
