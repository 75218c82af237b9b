/**
 * Messages to apps by way of a push service that shall not read them: encryption (RFC 8291 over RFC
 * 8188, and the draft before it that apps in use still need) and who sends (RFC 8292).
 */
package social.kring.protocol.push;
