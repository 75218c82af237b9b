/**
 * Posts that are written now and published later.
 *
 * <p>Owns the table {@code scheduled_post}. A job for each publishes it at its time, and takes its
 * row away in the transaction that makes the post, so that it is published once, whatever happens.
 * Consumes {@code actor.deleted}.
 */
package social.kring.community.scheduling;
