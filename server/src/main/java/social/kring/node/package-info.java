/**
 * A node as a whole: its settings, the wiring of all parts, start and stop.
 *
 * <p>One graph serves the server, the command line and tests, built by one small class a layer:
 * {@link social.kring.node.PlatformLayer}, {@link social.kring.node.FederationLayer}, {@link
 * social.kring.node.CommunityLayer}, {@link social.kring.node.DoorLayer}. A new capability is added
 * in the list of its layer.
 */
package social.kring.node;
