package social.kring.community.media;

import java.util.List;
import java.util.OptionalDouble;
import social.kring.protocol.json.Tree;

/**
 * What FFmpeg finds in a file.
 *
 * @param pictures how many streams of them, covers left out
 * @param width as it is shown; 0 where nothing is seen
 * @param rate pictures a second
 */
record FilmFacts(
    int pictures, boolean sounds, int width, int height, double rate, OptionalDouble seconds) {
  static final String ENTRIES =
      "format=duration:stream=codec_type,width,height,avg_frame_rate:stream_disposition=attached_pic"
          + ":stream_side_data=rotation";

  static FilmFacts of(Tree answer) {
    var streams = answer.objects("streams");
    var seen = streams.stream().filter(FilmFacts::isSeen).toList();
    var lying = seen.stream().limit(1).anyMatch(FilmFacts::isTurned);
    var across = first(seen, "width");
    var down = first(seen, "height");
    return new FilmFacts(
        seen.size(),
        streams.stream().anyMatch(stream -> is(stream, "audio")),
        lying ? down : across,
        lying ? across : down,
        seen.stream().findFirst().map(FilmFacts::rate).orElse(0.0),
        answer
            .tree("format")
            .flatMap(format -> format.string("duration"))
            .filter(text -> text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?"))
            .map(text -> OptionalDouble.of(Double.parseDouble(text)))
            .orElseGet(OptionalDouble::empty));
  }

  private static boolean isSeen(Tree stream) {
    var cover =
        stream.tree("disposition").flatMap(each -> each.number("attached_pic")).orElse(0L) == 1;
    return is(stream, "video") && !cover;
  }

  private static boolean is(Tree stream, String type) {
    return stream.string("codec_type").filter(type::equals).isPresent();
  }

  /** Phones film upright by turning what they film lying. */
  private static boolean isTurned(Tree stream) {
    return stream.objects("side_data_list").stream()
        .flatMap(data -> data.number("rotation").stream())
        .anyMatch(degrees -> Math.abs(degrees) % 180 == 90);
  }

  private static int first(List<Tree> seen, String name) {
    return seen.stream()
        .findFirst()
        .flatMap(stream -> stream.number(name))
        .map(number -> (int) Math.clamp(number, 0L, 1_000_000L))
        .orElse(0);
  }

  /** As a fraction: {@code 30000/1001}. */
  private static double rate(Tree stream) {
    var text = stream.string("avg_frame_rate").orElse("0/1");
    if (!text.matches("[0-9]{1,9}/[0-9]{1,9}")) return 0;
    var parts = text.split("/");
    var divisor = Double.parseDouble(parts[1]);
    return divisor == 0 ? 0 : Double.parseDouble(parts[0]) / divisor;
  }
}
