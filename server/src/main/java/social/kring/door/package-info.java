/** How the world comes in: maps HTTP, composes what the parts below hand it; no SQL, no rules. */
package social.kring.door;
