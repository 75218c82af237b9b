package social.kring.door.pages;

/** What the page shows where there is nothing to show. */
record FailurePage(Frame frame, int status, String title, String message) {}
