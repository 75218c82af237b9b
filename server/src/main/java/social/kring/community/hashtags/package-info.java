/**
 * Hashtags that people follow, so that what everybody posts about them comes home, and those that
 * they show on their profiles.
 *
 * <p>Owns the tables {@code tag_follow} and {@code tag_feature}, and the view {@code tag_followed}.
 * Records {@code tag.unfollowed}, whose subject is the owner and whose details have the {@code
 * name}. Consumes {@code actor.deleted}.
 */
package social.kring.community.hashtags;
