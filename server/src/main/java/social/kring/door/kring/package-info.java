/**
 * What Mastodon's API has no place for: aliases, moving, sessions, invites. Described in {@code
 * /api/kring/v1/openapi.json}.
 */
package social.kring.door.kring;
