/**
 * Who sent a request: HTTP signatures as the fediverse speaks them
 * (draft-cavage-http-signatures-12) and as they were standardised (RFC 9421), with digests of the
 * body (RFC 3230, RFC 9530).
 *
 * <p>Signatures are read strictly: one that does not cover method, target, host, date and body is
 * none. Keys are RSA of at least 2048 bits or Ed25519. The algorithms come from whichever JCA
 * provider is installed first.
 */
package social.kring.protocol.signature;
