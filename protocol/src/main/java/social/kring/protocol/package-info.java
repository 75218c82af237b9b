/** The fediverse's language. Knows no server, no database and no threads. */
package social.kring.protocol;
