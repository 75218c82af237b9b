/**
 * Documents, headers and texts as peers send them, spoilt in the ways that break careless readers.
 */
package social.kring.protocol.fuzz;
