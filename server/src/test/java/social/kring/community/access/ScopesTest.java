package social.kring.community.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTest {

  @ParameterizedTest
  @CsvSource({
    "read, read:statuses, true",
    "read, read, true",
    "read:statuses, read:statuses, true",
    "read:statuses, read, false",
    "read, write:statuses, false",
    "read:statuses, read:accounts, false",
    "follow, write:follows, true",
    "follow, read:blocks, true",
    "follow, write:statuses, false",
    "write, write:follows, true",
    "read, admin:read, false",
    "write, admin:write, false",
    "admin:read, admin:read:accounts, true",
    "admin:read, admin:write:accounts, false",
    "read write, push, false",
    "profile, read:accounts, false",
  })
  void a_broad_scope_covers_the_narrow_ones_and_nothing_else(
      String granted, String wanted, boolean covered) {
    assertThat(Scopes.parse(granted).covers(wanted)).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "read write follow, read:statuses write:follows, true",
    "read write, follow, true",
    "read, follow, false",
    "read, read write, false",
  })
  void scopes_cover_others_only_all_together(String granted, String wanted, boolean covered) {
    assertThat(Scopes.parse(granted).covers(Scopes.parse(wanted))).isEqualTo(covered);
  }

  @Test
  void no_scope_at_all_is_read() {
    assertThat(Scopes.parse("  ")).isEqualTo(Scopes.DEFAULT);
  }

  @Test
  void a_scope_that_does_not_exist_is_named() {
    assertThatThrownBy(() -> Scopes.parse("read reed:statuses"))
        .hasMessageContaining("reed:statuses");
  }
}
