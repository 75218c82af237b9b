package social.kring.community.emoji;

import java.util.Optional;

/** A picture that stands for a shortcode, written without its colons. */
public record CustomEmoji(String shortcode, String url, Optional<String> category) {}
