package social.kring.community.posts;

import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.activitystreams.PostType;

/** What a post is, who may see it, and whether it was written here. */
public record PostKind(PostType type, Visibility visibility, boolean local) {}
