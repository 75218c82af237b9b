/** What people do on a node. Each capability is a package of its own. */
package social.kring.community;
