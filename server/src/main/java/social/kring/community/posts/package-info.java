/**
 * Posts: notes and what else is shown like one, with mentions, hashtags, media, emoji and polls;
 * answers, edits, likes, boosts and pins; of people here and elsewhere.
 *
 * <p>Owns the tables {@code post}, {@code post_mention}, {@code post_tag}, {@code hashtag}, {@code
 * post_edit}, {@code favourite}, {@code boost}, {@code bookmark}, {@code thread_mute}, {@code
 * poll_vote}, {@code quote}, {@code quote_rule}, {@code post_count}, {@code post_idempotency},
 * {@code post_tombstone}, {@code post_backfill} and {@code post_thread_budget}, the views {@code
 * actor_withheld}, {@code post_library}, {@code post_origin} and {@code thread_muted_by}, and for
 * others to join the functions {@code post_visible_to(viewer)} and {@code
 * boost_visible_to(viewer)}: who may see what is said there and nowhere else.
 *
 * <p>Records {@code post.created}, {@code post.found}, {@code post.edited}, {@code post.deleted},
 * {@code post.favourited}, {@code post.unfavourited}, {@code post.boosted}, {@code post.unboosted},
 * {@code post.bookmarked}, {@code post.pinned}, {@code post.unpinned}, {@code post.voted}, {@code
 * post.quoted}, {@code post.unquoted}, {@code post.tallied} and {@code poll.ended}. The subject is
 * the post; {@code actor} in the details did it, {@code boost} is the boost's id. Posts that were
 * looked up rather than sent are found, not created: they are news to nobody.
 *
 * <p>Consumes {@code follow.requested}, {@code follow.made}, {@code actor.deleted} and {@code
 * actor.purged}, and of its own what changes the links in posts, whose previews another package
 * keeps. Handles Create, Update and Delete of posts, Like, EmojiReact, Dislike, Announce, Undo of a
 * Like and of an Announce, Add to and Remove from the featured posts. ActivityPub §6.2–6.11,
 * §7.2–7.11; FEP-8b32, FEP-1b12, FEP-044f.
 */
package social.kring.community.posts;
