/**
 * Who may sign in, with what, and which apps act for whom.
 *
 * <p>Passwords are kept as Argon2id hashes (RFC 9106); tokens, codes, client secrets and cookies
 * are 256 random bits each and kept as SHA-256 hashes. Whatever an operator makes for somebody
 * stands in that person's list of sessions with who and when.
 *
 * <p>Owns the tables {@code account}, {@code oauth_application}, {@code oauth_code}, {@code
 * access_token}, {@code browser_session} and {@code access_attempt}. Records {@code
 * account.created}, {@code account.approved}, {@code account.role_changed}, {@code
 * account.password_changed}, whose subject is the person; {@code token.made_by_operator}, the same;
 * {@code token.revoked}, whose subject is the token and whose detail {@code actor} is the person it
 * spoke for, if it did for one: in the transaction that revokes it, so that whoever holds a stream
 * open closes it. {@link social.kring.community.access.Tokens#stillGood} tells the same to whoever
 * asks, accounts that may no longer be used included. RFC 6749, RFC 6750, RFC 7009, RFC 7636, RFC
 * 9700.
 */
package social.kring.community.access;
