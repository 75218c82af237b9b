/**
 * Proofs that travel with a document: Multikey, did:key and {@code eddsa-jcs-2022}. Whoever holds
 * the document can check who signed it, without the host that sent it. FEP-8b32, FEP-521a,
 * FEP-c390, W3C Data Integrity EdDSA Cryptosuites §3.3.
 *
 * <p>Proofs are made and checked on documents as they travel, before any JSON-LD processing.
 */
package social.kring.protocol.integrity;
