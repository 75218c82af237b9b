/**
 * Fetches what other hosts publish: ActivityStreams documents, WebFinger, NodeInfo, web pages.
 * Returns documents and never writes.
 *
 * <p>Each hop of a redirect is checked and signed anew; a document is believed about its own id
 * only. ActivityPub §3.2, RFC 7033, NodeInfo 2.1.
 */
package social.kring.federation.remote;
