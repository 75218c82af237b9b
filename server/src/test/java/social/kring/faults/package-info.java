/**
 * What a node does when it is killed, when its database goes, and when its peers are dead, slow or
 * hostile: tried on a node that is a process of its own, from outside.
 *
 * <p>Every test run plays a short form. The full form, {@code deploy/kring test -- -Pfaults}, runs
 * the packaged node and prints its figures, which stand in {@code docs/reliability.md}.
 */
package social.kring.faults;
