/**
 * A PostgreSQL of the node's own, in its data directory: a real and durable server, run from
 * unpacked binaries as a child process that ends with the node.
 */
package social.kring.platform.storage.embedded;
