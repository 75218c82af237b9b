/** Which Kring this is. */
package social.kring.platform.release;
