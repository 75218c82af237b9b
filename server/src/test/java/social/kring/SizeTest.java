package social.kring;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What grows beyond these says that a part is waiting to be found. */
class SizeTest {
  private static final int MOST_LINES = 400;
  private static final int MOST_PARAMETERS = 7;

  @Test
  void no_file_has_more_than_400_lines() throws IOException {
    try (var files =
        Stream.concat(
            Files.walk(Path.of("src/main")), Files.walk(Path.of("../protocol/src/main")))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")).filter(SizeTest::isLong))
          .isEmpty();
    }
  }

  /** Records are left out: a document has the fields that its specification gave it. */
  @Test
  void no_constructor_has_more_than_7_parameters() {
    var classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("social.kring");
    assertThat(
            classes.stream()
                .filter(each -> !each.isRecord() && !each.isEnum())
                .flatMap(each -> each.getConstructors().stream())
                .filter(SizeTest::takesTooMuch)
                .map(JavaConstructor::getFullName))
        .isEmpty();
  }

  private static boolean isLong(Path file) {
    try {
      return Files.readAllLines(file).size() > MOST_LINES;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** An inner class also takes the one around it, which nobody wrote. */
  private static boolean takesTooMuch(JavaConstructor constructor) {
    JavaClass owner = constructor.getOwner();
    var written = owner.isInnerClass() ? MOST_PARAMETERS + 1 : MOST_PARAMETERS;
    return constructor.getRawParameterTypes().size() > written;
  }
}
