/**
 * Work that goes on beside requests: each worker has a virtual thread on which it works a round
 * after the other, at once while there is more to do, else when it is woken or its pause is over.
 *
 * <p>A worker holds nothing in memory that matters: whatever a round leaves undone, the next one
 * finds in the database, here or in another process.
 */
package social.kring.platform.workers;
