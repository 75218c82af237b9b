package social.kring.node;

import java.util.List;
import social.kring.door.Door;
import social.kring.door.FrontDoor;
import social.kring.door.app.AppDoor;
import social.kring.door.app.AppFiles;
import social.kring.door.media.MediaDoor;
import social.kring.door.operations.HealthDoor;

/** All ways into the node. */
record DoorLayer(FrontDoor front) {

  static DoorLayer on(Settings settings, PlatformLayer platform, CommunityLayer community) {
    var health = new HealthDoor(platform.database());
    return new DoorLayer(new FrontDoor(platform.domains(), health, doors(community)));
  }

  /** Every door that answers for the served domains. */
  private static List<Door> doors(CommunityLayer community) {
    return List.of(
        new AppDoor(AppFiles.bundled()), new MediaDoor(community.residents().pictures()));
  }
}
