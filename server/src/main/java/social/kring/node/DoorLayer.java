package social.kring.node;

import java.util.List;
import social.kring.door.ClientAddresses;
import social.kring.door.Door;
import social.kring.door.FrontDoor;
import social.kring.door.app.AppDoor;
import social.kring.door.app.AppFiles;
import social.kring.door.operations.HealthDoor;

/** All ways into the node. */
record DoorLayer(FrontDoor front) {

  static DoorLayer on(Settings settings, PlatformLayer platform) {
    var addresses = new ClientAddresses(settings.trustedProxies());
    var health = new HealthDoor(platform.database());
    return new DoorLayer(new FrontDoor(platform.domains(), health, doors(addresses)));
  }

  /** Every door that answers for the served domains. */
  private static List<Door> doors(ClientAddresses addresses) {
    return List.of(new AppDoor(AppFiles.bundled()));
  }
}
