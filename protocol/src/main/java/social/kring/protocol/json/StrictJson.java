package social.kring.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import social.kring.protocol.Problem;

/**
 * JSON from outside: one object, without duplicate names, within limits, and only text that can be
 * stored. Lenient parsers disagree about all of these, and attackers live on the difference.
 */
public final class StrictJson {
  /** Bytes of a document, as at our inboxes. */
  public static final int LARGEST = 1 << 20;

  /** Levels of a document, of one within another. */
  static final int DEEPEST = 64;

  static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  // Else an emoji of 4 bytes is written as two escapes of 6.
                  .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(64)
                          .maxNameLength(2_048)
                          .maxStringLength(LARGEST)
                          .maxDocumentLength(LARGEST)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private StrictJson() {}

  /**
   * @throws Problem MALFORMED, saying what is wrong; TOO_LARGE over {@link #LARGEST} bytes
   */
  public static Tree parse(byte[] bytes) {
    if (bytes.length > LARGEST) throw tooLarge();
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      throw Problem.malformed("The text is not UTF-8 (RFC 8259 §8.1)");
    }
  }

  /**
   * @throws Problem MALFORMED, saying what is wrong; TOO_LARGE over {@link #LARGEST} characters
   */
  public static Tree parse(String text) {
    if (text.length() > LARGEST) throw tooLarge();
    var node = read(text);
    if (!(node instanceof ObjectNode object)) {
      throw Problem.malformed("Expected a JSON object, got " + node.getNodeType());
    }
    Sanity.check(object);
    return Tree.wrap(object);
  }

  private static JsonNode read(String text) {
    try {
      var node = MAPPER.readTree(text);
      if (node == null || node.isMissingNode()) throw Problem.malformed("There is no JSON here");
      return node;
    } catch (JsonProcessingException malformed) {
      throw Problem.malformed("Not strict JSON: " + malformed.getOriginalMessage());
    } catch (ArithmeticException | NumberFormatException unreadable) {
      throw Problem.malformed("Not JSON that can be read");
    }
  }

  private static Problem tooLarge() {
    return new Problem(Problem.Kind.TOO_LARGE, "The document is larger than " + LARGEST + " bytes");
  }
}
