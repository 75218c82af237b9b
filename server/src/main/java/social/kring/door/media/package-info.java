/** Pictures, films and sounds: those of people here, and those elsewhere that this node shows. */
package social.kring.door.media;
