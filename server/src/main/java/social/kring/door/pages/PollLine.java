package social.kring.door.pages;

/** A choice of a poll. */
record PollLine(String title, long percent) {}
