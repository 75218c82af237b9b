/**
 * Who may sign up and sign in, with what, and which apps act for whom.
 *
 * <p>Passwords are kept as Argon2id hashes (RFC 9106); tokens, codes, client secrets, invites,
 * links and cookies are 256 random bits each and kept as SHA-256 hashes. A token that an operator
 * makes for somebody stands in that person's list of sessions with who and when; of a link for a
 * password she is told by letter, where letters are sent.
 *
 * <p>Whoever signs up by herself first proves that she reads her address, and waits for approval
 * where the node wants that; until then nobody is told of her. Letters are jobs, and the links in
 * them are made when they are sent.
 *
 * <p>A revoked token is told of in the transaction that revokes it, by {@code token.revoked} with
 * the token as its subject and the person it spoke for as its detail {@code actor}, so that whoever
 * holds a stream open closes it. {@link social.kring.community.access.Tokens#stillGood} tells the
 * same to whoever asks, and of accounts that may no longer be used, whichever process or command
 * did it.
 *
 * <p>Owns the tables {@code account}, {@code sign_up}, {@code invite}, {@code mail_link}, {@code
 * oauth_application}, {@code oauth_code}, {@code access_token}, {@code browser_session} and {@code
 * access_attempt}, and the view {@code account_staff}. Records {@code account.created}, {@code
 * account.approved}, {@code account.opened} when both are done and she is let in, {@code
 * account.rejected}, {@code account.disabled}, {@code account.enabled}, {@code
 * account.role_changed}, {@code account.password_changed} and {@code token.made_by_operator}, whose
 * subject is the person, and {@code token.revoked}. Consumes {@code account.approved}, {@code
 * account.role_changed}, {@code account.password_changed} and {@code token.made_by_operator}, since
 * people are told at their own address of what was done to their accounts. RFC 6749, RFC 6750, RFC
 * 7009, RFC 7636, RFC 9700.
 */
package social.kring.community.access;
