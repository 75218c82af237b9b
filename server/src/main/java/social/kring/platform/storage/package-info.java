/**
 * PostgreSQL: the only place where state that matters lives.
 *
 * <p>Blocking style on virtual threads; the database is an embedded one in the data directory, or
 * one that the operator names.
 */
package social.kring.platform.storage;
