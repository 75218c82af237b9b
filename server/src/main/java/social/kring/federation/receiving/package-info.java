/**
 * How activities come in: checked at the border, stored before they are acknowledged, handled once.
 *
 * <p>{@link social.kring.federation.receiving.Inbox} decides what is accepted, {@link
 * social.kring.federation.receiving.InboxWorker} hands it to the one handler that the {@link
 * social.kring.federation.receiving.HandlerRegistry} knows for its type and its object's kind. What
 * nobody handles is kept and done. Owns the table {@code inbox_event}. ActivityPub §7, FEP-8b32.
 */
package social.kring.federation.receiving;
