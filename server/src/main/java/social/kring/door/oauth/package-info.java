/**
 * Sign-in of apps: registration, the pages on which people sign in and consent, tokens and their
 * revocation. RFC 6749, RFC 6750, RFC 7009, RFC 7636, RFC 8414, RFC 9700.
 */
package social.kring.door.oauth;
