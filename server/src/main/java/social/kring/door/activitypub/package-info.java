/**
 * What peers read: inboxes; documents of actors, objects and collections; WebFinger, NodeInfo and
 * host-meta. ActivityPub §3.2, §4, §5; RFC 7033, RFC 6415.
 */
package social.kring.door.activitypub;
