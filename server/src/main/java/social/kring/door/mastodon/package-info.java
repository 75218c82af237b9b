/** The Mastodon client API, for every app that speaks it. */
package social.kring.door.mastodon;
