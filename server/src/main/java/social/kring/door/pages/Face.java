package social.kring.door.pages;

import java.util.Optional;

/**
 * Somebody, as shown beside what they say.
 *
 * @param picture on this very domain; others are not loaded from here
 * @param initials shown where there is no picture, on one of eight colours
 */
record Face(
    String name, String handle, String page, Optional<String> picture, String initials, int hue) {}
