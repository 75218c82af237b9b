package social.kring.door.pages;

import java.util.Optional;

/**
 * What a page elsewhere is about, in its own words.
 *
 * @param url where it is
 * @param picture under this domain
 * @param host whose page it is, which no words can hide
 */
record Clipping(
    String url,
    String host,
    String title,
    String description,
    Optional<String> language,
    Optional<String> picture) {}
