/**
 * Finding people, posts and hashtags: by handle, by address, by the beginning of a name. What
 * nobody here knows is looked up elsewhere if the searcher wants that.
 *
 * <p>Owns no tables; it asks those who do.
 */
package social.kring.community.search;
