/**
 * The domains that this node serves, chosen by {@code Host}.
 *
 * <p>Owns the table {@code domain}.
 */
package social.kring.platform.domains;
