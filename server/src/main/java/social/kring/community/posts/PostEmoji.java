package social.kring.community.posts;

/** A picture that stands for a shortcode, written without its colons. */
public record PostEmoji(String shortcode, String url) {}
