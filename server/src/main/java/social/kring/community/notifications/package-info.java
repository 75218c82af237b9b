/**
 * What concerns a person: who follows, names, likes, boosts, answers.
 *
 * <p>Owns the table {@code notification} and the view {@code post_party}. Consumes {@code
 * follow.made}, {@code follow.requested}, {@code follow.ended}, {@code post.created}, {@code
 * post.edited}, {@code post.favourited}, {@code post.unfavourited}, {@code post.boosted} and {@code
 * post.unboosted}. Blocks, mutes and deletions count when the list is read, and mutes when
 * something happens too.
 */
package social.kring.community.notifications;
