package social.kring.community.previews;

import java.time.Instant;
import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * An address that posts link to.
 *
 * @param card what is shown of it, if anything
 * @param wanted when a fetch was last left to the jobs
 * @param fetched when it was last asked for, with or without success
 */
record PreviewRow(
    long id,
    FediUrl url,
    Optional<Preview> card,
    Optional<Instant> wanted,
    Optional<Instant> fetched) {}
