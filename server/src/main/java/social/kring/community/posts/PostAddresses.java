package social.kring.community.posts;

import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * Where a post is.
 *
 * @param uri its id in the fediverse
 * @param page where people read it
 * @param create the id of the activity that published it, if that happened here
 */
public record PostAddresses(FediUrl uri, FediUrl page, Optional<FediUrl> create) {}
