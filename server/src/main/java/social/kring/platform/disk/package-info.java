/**
 * Room on the disk. PostgreSQL breaks down where it cannot write its log, so nothing more is taken
 * in before it comes to that, and whoever only reads does not notice.
 */
package social.kring.platform.disk;
