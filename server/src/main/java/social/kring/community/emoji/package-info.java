/**
 * Custom emoji: pictures that stand for shortcodes, chosen by those who look after the node and
 * written by everybody here.
 *
 * <p>Owns the table {@code custom_emoji}. Whatever uses one keeps its address, so that a post shows
 * it also when it is gone from the list.
 */
package social.kring.community.emoji;
