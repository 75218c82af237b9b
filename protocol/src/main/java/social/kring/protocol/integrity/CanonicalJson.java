package social.kring.protocol.integrity;

import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** The one way to write a document that everyone agrees on. RFC 8785. */
final class CanonicalJson {
  private CanonicalJson() {}

  /** Numbers are doubles there: digits beyond a double's are not protected. */
  static byte[] of(Tree tree) {
    try {
      return new JsonCanonicalizer(tree.toString()).getEncodedUTF8();
    } catch (IOException refused) {
      throw Problem.malformed("This document has no canonical form (RFC 8785)");
    }
  }
}
