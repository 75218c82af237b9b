package social.kring.door.mastodon.entities;

import social.kring.protocol.json.Tree;

/** A rule of the node. */
public record Rule(String id, String text, String hint, Tree translations) {}
