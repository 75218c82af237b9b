package social.kring.platform.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import social.kring.platform.alarms.Alarms;
import social.kring.protocol.Problem;
import social.kring.testing.SmallDisk;

class DiskRoomTest {
  private final Alarms alarms = new Alarms(Clock.systemUTC());

  @Test
  void nothing_is_to_be_taken_in_while_the_disk_is_nearly_full() {
    var made = SmallDisk.of(64);
    assumeTrue(made.isPresent(), "no file system can be made here");
    try (var disk = made.get()) {
      var room = new DiskRoom(disk.outside(), alarms);
      room.work();
      assertThatCode(room::require).doesNotThrowAnyException();

      disk.fill();
      room.work();
      assertThatThrownBy(room::require)
          .isInstanceOfSatisfying(
              Problem.class,
              full -> {
                assertThat(full.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
                assertThat(full.retryAfter()).isPresent();
              });
      assertThat(alarms.now()).containsOnlyKeys("disk");

      disk.empty();
      room.work();
      assertThatCode(room::require).doesNotThrowAnyException();
      assertThat(alarms.now()).isEmpty();
    }
  }

  @Test
  void a_full_disk_is_told_from_other_failures() {
    var full = new UncheckedIOException(new IOException("/media/x: No space left on device"));
    assertThat(DiskRoom.isWhy(full)).isTrue();
    assertThat(DiskRoom.isWhy(new IllegalStateException("No space left on device"))).isFalse();
    assertThat(DiskRoom.isWhy(new IOException("Permission denied"))).isFalse();
  }
}
