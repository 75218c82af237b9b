/**
 * Strict parsing with limits, an immutable tree, and JSON-LD onto our own context.
 *
 * <p>JSON-LD 1.0, with the contexts bundled under {@code contexts/} only: names mean what these
 * say, whichever of them a document lists, and what a document defines for itself is expanded by
 * jsonld-java. Nothing is ever fetched. RFC 8259, RFC 7493, ActivityStreams 2.0 §2.1.
 */
package social.kring.protocol.json;
