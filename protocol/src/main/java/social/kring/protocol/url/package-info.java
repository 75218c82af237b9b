/** One strict type for the fediverse's addresses, and what may be connected to. */
package social.kring.protocol.url;
