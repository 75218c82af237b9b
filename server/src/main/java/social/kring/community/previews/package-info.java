/**
 * Previews of what posts link to: title, description, author and site, as the page says itself by
 * its metadata (Open Graph, and HTML where that is silent).
 *
 * <p>Each address is fetched once for all posts that link to it, by a job of its own; posts from
 * elsewhere wait a random while for it, since all their readers' nodes get them at the same moment.
 * What could not be had is not asked for again that day, what could be had not for two weeks.
 * Nothing of a page is shown but plain text of limited length. Its picture's address is kept, but
 * not handed out: apps would fetch it from anywhere, and tell its host who reads.
 *
 * <p>Owns the tables {@code preview} and {@code preview_link} and the view {@code preview_stamp}.
 * Records {@code preview.shown}: the subject is the preview, {@code posts} in the details are those
 * that now show it, or another than before. Consumes nothing and handles no activities. Who owns
 * posts says what they link to.
 */
package social.kring.community.previews;
