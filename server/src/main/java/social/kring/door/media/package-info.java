/** Pictures of people here, as files that never change. */
package social.kring.door.media;
