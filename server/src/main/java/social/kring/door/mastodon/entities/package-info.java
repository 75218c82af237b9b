/**
 * Mastodon's documents, field for field, at the level of its release 4.5.
 *
 * <p>Names become snake_case and ids strings when written. An empty Optional is written as null; a
 * field that is left out when absent says so by {@code JsonInclude}.
 */
package social.kring.door.mastodon.entities;
