/** Strict parsing with limits, an immutable tree, and JSON-LD onto our own context. */
package social.kring.protocol.json;
