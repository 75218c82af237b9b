package social.kring.federation.receiving;

import social.kring.protocol.activitystreams.Activity;

/**
 * An activity that is to be stored.
 *
 * @param same what makes it the same as another arrival
 * @param lane those of one lane do not overtake each other
 * @param body as it came
 */
record InboxEntry(long id, byte[] same, long lane, Received<Activity> received, byte[] body) {}
