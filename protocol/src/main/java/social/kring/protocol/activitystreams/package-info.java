/**
 * ActivityStreams documents, checked once when they are parsed. Nothing is lost: properties that
 * Kring does not know stay in {@code tree()}. Activity Vocabulary, and what the fediverse made of
 * it.
 */
package social.kring.protocol.activitystreams;
