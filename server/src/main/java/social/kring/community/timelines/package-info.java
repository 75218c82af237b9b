/**
 * What people read: posts that came home, the public timelines, and those of hashtags.
 *
 * <p>Home is written when something happens and filtered when it is read, so that deletions,
 * blocks, mutes and ended follows count at once and no page is short.
 *
 * <p>Owns the tables {@code home_entry} and {@code marker} and the views {@code actor_here} and
 * {@code post_tagged}. Consumes {@code post.created}, {@code post.boosted}, {@code post.unboosted},
 * {@code follow.made}, {@code follow.ended} and {@code tag.unfollowed}.
 */
package social.kring.community.timelines;
