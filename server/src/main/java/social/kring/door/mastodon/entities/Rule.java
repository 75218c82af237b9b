package social.kring.door.mastodon.entities;

import java.util.Map;

/** A rule of the node. */
public record Rule(String id, String text, String hint, Map<String, Object> translations) {}
