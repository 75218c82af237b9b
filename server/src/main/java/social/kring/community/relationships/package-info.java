/**
 * Who follows, blocks and mutes whom, and who moved where: what other software calls the graph.
 *
 * <p>Owns the tables {@code follow}, {@code follow_undone}, {@code relationship_count}, {@code
 * block}, {@code mute}, {@code domain_mute}, {@code relationship_note} and {@code actor_move}, and
 * the views {@code follow_accepted}, {@code follow_abroad}, {@code hidden_from}, {@code muted_by}
 * and {@code relationship_count_stamp} for others to join and filter with.
 *
 * <p>Records, each with the ids of both actors in its details ({@code follower} and {@code
 * followed}, {@code blocker} and {@code blocked}, {@code muter} and {@code muted}):
 *
 * <ul>
 *   <li>{@code follow.requested}: somebody waits for an answer
 *   <li>{@code follow.made}: it counts from now on; {@code approved} if somebody decided, {@code
 *       first} if it is the first follow of that actor that is known here
 *   <li>{@code follow.confirmed}: a peer asked again and is told again
 *   <li>{@code follow.refused}: a peer was turned away at once
 *   <li>{@code follow.ended}: with the {@code reason} (see {@link
 *       social.kring.community.relationships.EndReason}) and whether it had been {@code accepted}
 *   <li>{@code block.made}, {@code block.ended}, {@code mute.made}, {@code mute.ended}
 *   <li>{@code actor.moved}: {@code from} one actor {@code to} another
 * </ul>
 *
 * <p>Consumes {@code actor.deleted} and {@code actor.purged}. Handles Follow, Accept and Reject of
 * a Follow, Undo of a Follow and of a Block, Block, Move. ActivityPub §6.5–6.10, §7.5–7.7;
 * FEP-7628. All of them are idempotent by state, not by id.
 */
package social.kring.community.relationships;
