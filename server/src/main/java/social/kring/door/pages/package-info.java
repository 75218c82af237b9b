/**
 * Pages for everyone who is not signed in: people, posts, hashtags, what this node is; readable
 * without JavaScript, with feeds (RFC 4287) and for whoever links to them (ogp.me).
 */
package social.kring.door.pages;
