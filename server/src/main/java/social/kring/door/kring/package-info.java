/**
 * What Mastodon's API has no place for: aliases, moving, sessions, invites, and deleting one's
 * account. Described in {@code /api/kring/v1/openapi.json}.
 */
package social.kring.door.kring;
