package social.kring.platform.jobs;

import social.kring.protocol.json.Tree;

/**
 * A job as it is stored.
 *
 * @param tries so far, the one under way included
 */
record Job(long id, String kind, String key, Tree details, int tries) {}
