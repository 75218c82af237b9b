/**
 * Everything that a node keeps, in one file: the rows of all tables as they were at one moment, and
 * the files of the data directory.
 *
 * <p>Tables are made by migrations when a backup is restored, so the file holds no definitions and
 * needs none of PostgreSQL's own tools.
 */
package social.kring.platform.backup;
