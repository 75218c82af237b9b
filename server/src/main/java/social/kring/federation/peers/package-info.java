/**
 * Other hosts: who is limited or suspended, how they are, what software they run and which
 * signatures they understand.
 *
 * <p>A host is written as in {@link social.kring.protocol.url.Origin#authority()}, with its port
 * where that is not the usual one. Owns the table {@code peer} and the views {@code peer_down},
 * {@code peer_standing} and {@code peer_limited}.
 */
package social.kring.federation.peers;
