package social.kring.door.api;

/** An entity of which most is the same for everyone and is written once for all of them. */
public interface Engraved {

  Engraving engraving();
}
