package social.kring.door.pages;

/**
 * What the page shows to which another node sends somebody who wants to follow or answer from here.
 *
 * @param subject an address or a handle
 */
record InteractPage(Frame frame, String subject, String inApp) {}
