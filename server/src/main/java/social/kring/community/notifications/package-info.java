/**
 * What concerns a person: who follows, names, likes, boosts, quotes, answers; and for those who
 * look after the node, who came. Each of it alone, or in groups; and held back from whom an owner's
 * policy does not let through.
 *
 * <p>Owns the tables {@code notification}, {@code notification_policy}, {@code
 * notification_permission} and {@code notification_request}, and the views {@code post_party} and
 * {@code notification_told}. The roles of the first are {@code author}, {@code mentioned}, {@code
 * booster}, and where there are polls and quotes {@code voter}, {@code quoted} (whose post the post
 * quotes) and {@code quoter} (who quotes the post). Consumes {@code follow.made}, {@code
 * follow.requested}, {@code follow.ended}, {@code post.created}, {@code post.edited}, {@code
 * post.favourited}, {@code post.unfavourited}, {@code post.boosted}, {@code post.unboosted}, {@code
 * post.quoted} (of the post that quotes), {@code poll.ended} (of the post, by its author), {@code
 * account.opened}, {@code report.made}, {@code actor.deleted} and {@code actor.purged}. Blocks,
 * mutes and deletions count when the list is read, and mutes when something happens too; policies
 * when it happens.
 */
package social.kring.community.notifications;
