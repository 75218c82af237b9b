/**
 * Threads of direct messages, as each of those who have part in them keeps them for herself.
 *
 * <p>Owns the table {@code conversation}. Consumes {@code post.created}, {@code post.deleted} and
 * {@code actor.deleted}. Who may see a post is asked when the list is read.
 */
package social.kring.community.conversations;
