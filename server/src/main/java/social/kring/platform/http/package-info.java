/**
 * HTTP with strangers: a server that takes only requests with one meaning (RFC 9112), and the one
 * client through which this node reaches its peers.
 */
package social.kring.platform.http;
