package social.kring.community.posts;

import java.util.Optional;

/**
 * An entry of a list with all that is shown of it.
 *
 * @param id the entry's: what the client API calls the status's id
 * @param boost who shows it, if that is not its author
 */
public record EntryView(long id, PostView post, Optional<BoostView> boost) {}
