/**
 * Puts a node on this machine under load and says how it bore it: activities that come in, a post
 * that goes out to many hosts, and reading; how long a start takes, and how much memory it has.
 * Fills a node with what years would bring, straight into the tables of others: nothing else in
 * Kring may do that. Other hosts are played by {@link social.kring.node.load.Crowd}. Loopback only,
 * and every run is bounded.
 */
package social.kring.node.load;
