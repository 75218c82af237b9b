package social.kring.door.api;

/** What a route does. */
@FunctionalInterface
public interface Endpoint {

  /** The document that is answered. */
  Object answer(Call call);
}
