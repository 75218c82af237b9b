/**
 * Lists: people sort those whom they follow, and read what each list's members post.
 *
 * <p>A list is written when something happens and filtered when it is read, as home is, so that
 * deletions, blocks and mutes count at once and no page is short.
 *
 * <p>Owns the tables {@code list}, {@code list_member} and {@code list_entry}, and the view {@code
 * list_exclusive_member} for home to filter with. Consumes {@code post.created}, {@code
 * post.boosted}, {@code post.unboosted}, {@code follow.ended} and {@code actor.deleted}.
 */
package social.kring.community.lists;
