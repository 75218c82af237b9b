/**
 * Pictures that people here upload: told by their content, drawn anew without what cameras write
 * into them, and kept under names that nobody can guess. Who may see one is for its user to say.
 *
 * <p>Owns the tables {@code picture} and {@code upload}, and the folder of the files. A row is
 * written before its file and completed after it, so that what a crash leaves behind is known and
 * cleared away.
 */
package social.kring.community.media;
