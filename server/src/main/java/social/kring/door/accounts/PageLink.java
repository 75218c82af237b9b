package social.kring.door.accounts;

/** Another page of this node. */
public record PageLink(String path, String words) {}
