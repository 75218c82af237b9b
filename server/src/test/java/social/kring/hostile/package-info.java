/**
 * What hostile peers and clients try, by theme. Each test has a whole node with everything that
 * goes on in it, asks it by HTTP as strangers do, and proves by the database that nothing changed.
 */
package social.kring.hostile;
