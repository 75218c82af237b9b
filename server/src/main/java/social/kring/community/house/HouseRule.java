package social.kring.community.house;

import social.kring.protocol.json.Tree;

/**
 * What people here keep to.
 *
 * @param translations by language, each with a text and a hint
 */
public record HouseRule(long id, String text, String hint, Tree translations) {}
