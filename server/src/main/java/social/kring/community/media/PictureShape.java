package social.kring.community.media;

/** What a picture is for, and how large it is kept: cut to this ratio, never enlarged. */
public enum PictureShape {
  AVATAR(400, 400),
  HEADER(1_500, 500),
  EMOJI(128, 128);

  private final int width;
  private final int height;

  PictureShape(int width, int height) {
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }
}
