/**
 * Work that is due at a time rather than because of an event: fetches, imports, cleaning.
 *
 * <p>Owns the table {@code job}. One worker a process claims due jobs under a lease, so that a job
 * outlives whoever dies with it.
 */
package social.kring.platform.jobs;
