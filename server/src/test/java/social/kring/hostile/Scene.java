package social.kring.hostile;

import java.util.List;

/**
 * A node with people to attack.
 *
 * @param alice followed by many and following many
 * @param carol known to nobody
 * @param open the address of a post of carol's for everyone
 * @param closed the address of one that is for followers
 */
record Scene(Fortress fortress, Citizen alice, Citizen carol, String open, String closed) {

  static Scene in(Fortress fortress) {
    var carol = fortress.citizen("carol");
    return new Scene(
        fortress,
        fortress.citizen("alice"),
        carol,
        carol.posts("for everyone", "public").get("uri"),
        carol.posts("for followers", "private").get("uri"));
  }

  /** Alice follows all of them, who accept it. */
  void knows(List<Outlaw> strangers) {
    strangers.forEach(alice::asksToFollow);
    fortress.settle();
    strangers.forEach(alice::isAcceptedBy);
    fortress.settle();
  }
}
