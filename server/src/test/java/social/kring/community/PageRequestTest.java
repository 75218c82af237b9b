package social.kring.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageRequestTest {
  private static String conditions(PageRequest page) {
    return page.within("p.id", 3);
  }

  private static Tuple parameters(PageRequest page) {
    return page.bounds(Tuple.of("viewer", "tag"));
  }

  @Test
  void a_page_without_bounds_has_no_conditions() {
    var page = PageRequest.newest(20);

    assertThat(conditions(page)).isEmpty();
    assertThat(parameters(page).size()).isEqualTo(2);
  }

  @Test
  void one_bound_is_the_next_parameter_whichever_it_is() {
    var older = PageRequest.olderThan(9, 20);
    var newer = PageRequest.of(Optional.empty(), Optional.of(5L), Optional.empty(), 20);

    assertThat(conditions(older)).isEqualTo(" AND p.id < $3");
    assertThat(parameters(older).getLong(2)).isEqualTo(9);
    assertThat(conditions(newer)).isEqualTo(" AND p.id > $3");
    assertThat(parameters(newer).getLong(2)).isEqualTo(5);
  }

  @Test
  void two_bounds_keep_their_order() {
    var page = PageRequest.of(Optional.of(9L), Optional.empty(), Optional.of(5L), 20);

    assertThat(conditions(page)).isEqualTo(" AND p.id < $3 AND p.id > $4");
    assertThat(parameters(page).getLong(2)).isEqualTo(9);
    assertThat(parameters(page).getLong(3)).isEqualTo(5);
  }
}
