package social.kring.platform.objects;

import social.kring.protocol.url.Origin;

/**
 * Where objects lie, and who may change them.
 *
 * @param region as the store calls it
 */
public record Bucket(Origin endpoint, String region, String name, Access access) {

  /** The keys that the store gave out. */
  public record Access(String key, String secret) {
    @Override
    public String toString() {
      return "Access[" + key + "]";
    }
  }

  /** By path, which every store understands. */
  String path(String object) {
    return "/" + name + "/" + object;
  }
}
