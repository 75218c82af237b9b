/**
 * Filters: what people do not want to read, by its words or one by one. They are matched here and
 * acted upon by apps, as Mastodon has it since version 4: a post that matches says by which filter,
 * whatever the place where it shows, and the app does what that filter says for that place.
 *
 * <p>Keywords are text, never patterns, and are looked for by plain search.
 *
 * <p>Owns the tables {@code filter}, {@code filter_keyword} and {@code filter_post}. Records {@code
 * filters.changed}, whose subject is the owner. Consumes {@code actor.deleted}.
 */
package social.kring.community.filters;
