/**
 * Finding people, posts and hashtags: by handle, by address, by the beginning of a name, posts by
 * their words. What nobody here knows is looked up elsewhere if the searcher wants that.
 *
 * <p>Posts are indexed after they came, by a consumer of the log, and only those that anybody here
 * may find: public ones of authors who agreed (FEP-5feb), and those that somebody here wrote, is
 * named in, liked, boosted or bookmarked. Who may see one is asked when it is found.
 *
 * <p>Owns the tables {@code post_search} and {@code search_author} and the functions {@code
 * search_configuration(language)}, {@code search_words(words)} and {@code search_query(words,
 * without, marks)}. Consumes {@code post.created}, {@code post.found}, {@code post.edited}, {@code
 * post.deleted}, {@code post.favourited}, {@code post.boosted} and {@code post.bookmarked}.
 */
package social.kring.community.search;
