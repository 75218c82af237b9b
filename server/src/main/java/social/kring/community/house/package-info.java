/**
 * How the node presents itself and is kept: what it is called, whom to ask, its rules and terms,
 * and what is announced to everybody here.
 *
 * <p>Owns the tables {@code house_setting}, {@code house_rule}, {@code announcement}, {@code
 * announcement_read} and {@code announcement_reaction}.
 */
package social.kring.community.house;
