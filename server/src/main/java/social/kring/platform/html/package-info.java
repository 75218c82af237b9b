/**
 * HTML that is safe to show: what comes from outside is rebuilt from an allow-list, what people
 * write as plain text is escaped and linked. Every step is linear in the length of its input.
 */
package social.kring.platform.html;
