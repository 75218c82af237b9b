/**
 * Puts a node on this machine under load and says how it bore it: activities that come in, a post
 * that goes out to many hosts, and reading. Other hosts are played by {@link
 * social.kring.node.load.Crowd}. Loopback only, and every run is bounded.
 */
package social.kring.node.load;
