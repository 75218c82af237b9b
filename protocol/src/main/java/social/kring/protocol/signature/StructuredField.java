package social.kring.protocol.signature;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A member of a structured field, and how it is written. RFC 9651 §3, §4.1. */
sealed interface StructuredField {

  /** In the order in which they came. */
  Map<String, BareItem> parameters();

  String text();

  record Item(BareItem value, Map<String, BareItem> parameters) implements StructuredField {
    @Override
    public String text() {
      return value.text() + written(parameters);
    }
  }

  record InnerList(List<Item> items, Map<String, BareItem> parameters) implements StructuredField {
    @Override
    public String text() {
      return items.stream().map(Item::text).collect(Collectors.joining(" ", "(", ")"))
          + written(parameters);
    }
  }

  private static String written(Map<String, BareItem> parameters) {
    var text = new StringBuilder();
    parameters.forEach(
        (name, value) -> {
          text.append(';').append(name);
          if (!value.equals(BareItem.Truth.YES)) text.append('=').append(value.text());
        });
    return text.toString();
  }

  /** A value on its own. */
  sealed interface BareItem {
    String text();

    record Text(String value) implements BareItem {
      @Override
      public String text() {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      }
    }

    record Whole(long value) implements BareItem {
      @Override
      public String text() {
        return Long.toString(value);
      }
    }

    record Octets(byte[] value) implements BareItem {
      @Override
      public String text() {
        return ":" + Base64.getEncoder().encodeToString(value) + ":";
      }
    }

    record Truth(boolean value) implements BareItem {
      static final Truth YES = new Truth(true);

      @Override
      public String text() {
        return value ? "?1" : "?0";
      }
    }

    record Decimal(BigDecimal value) implements BareItem {
      @Override
      public String text() {
        var stripped = value.stripTrailingZeros();
        return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
      }
    }

    /** A token, a date or a display string, which signatures have no use for. */
    record Other(String text) implements BareItem {}
  }
}
