/**
 * Pages for people about their own accounts: signing up, proving an address, setting a password,
 * and seeing and ending sessions. Plain forms, without scripts; all under {@code /oauth}, where the
 * cookie of a session is sent.
 */
package social.kring.door.accounts;
