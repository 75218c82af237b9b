package social.kring.door.pages;

/** How many there are of something. */
record Figure(String count, String what) {

  static Figure of(long count, String one, String many) {
    return new Figure(Long.toString(count), count == 1 ? one : many);
  }
}
