package social.kring.door.mastodon.entities;

/** A list of people: Mastodon's List. */
public record ListOfPeople(String id, String title, String repliesPolicy, boolean exclusive) {}
