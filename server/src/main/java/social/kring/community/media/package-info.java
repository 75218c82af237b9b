/**
 * Pictures, films and sounds that people here upload: told by their content, made anew without what
 * cameras write into them (films and sounds by FFmpeg, where it is installed), and kept under names
 * that nobody can guess. Who may see one is for its user to say. What lies elsewhere is shown from
 * here too, fetched when somebody looks at it.
 *
 * <p>Owns the tables {@code picture} (every file), {@code upload} (those for posts) and {@code
 * media_proxy_key}, the folder of the files and the cache of what lies elsewhere. A row is written
 * before its file and completed after it, so that what a crash leaves behind is known and cleared
 * away.
 *
 * <p>Consumes {@code actor.deleted}.
 */
package social.kring.community.media;
