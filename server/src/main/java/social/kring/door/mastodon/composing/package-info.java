/**
 * Turns what capabilities read into Mastodon's documents: a whole page takes a fixed number of
 * queries. What is the same for everyone comes first, what one viewer did is laid over it.
 */
package social.kring.door.mastodon.composing;
