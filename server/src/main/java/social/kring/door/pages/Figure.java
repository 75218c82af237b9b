package social.kring.door.pages;

import java.util.List;
import java.util.stream.Stream;

/** How many there are of something. */
record Figure(String count, String what) {

  static Figure of(long count, String one, String many) {
    return new Figure(Long.toString(count), count == 1 ? one : many);
  }

  /** Those that count anything. */
  static List<Figure> some(Figure... figures) {
    return Stream.of(figures).filter(figure -> !figure.count().equals("0")).toList();
  }
}
