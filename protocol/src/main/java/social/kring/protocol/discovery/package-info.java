/** Finding each other: handles, WebFinger, NodeInfo, host-meta. */
package social.kring.protocol.discovery;
