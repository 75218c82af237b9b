package social.kring.community.media;

/** A picture as it is kept. */
record Drawing(PictureFormat format, int width, int height, byte[] bytes) {}
