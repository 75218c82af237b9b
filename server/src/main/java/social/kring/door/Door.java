package social.kring.door;

import io.vertx.ext.web.Router;

/** A part of the node's HTTP surface. */
@FunctionalInterface
public interface Door {

  /** Adds its routes. Runs once for each server instance. */
  void mount(Router router);
}
