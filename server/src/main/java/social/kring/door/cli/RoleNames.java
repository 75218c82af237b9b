package social.kring.door.cli;

import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import social.kring.community.access.Role;

/** How roles are written on the command line. */
final class RoleNames implements Iterable<String>, ITypeConverter<Role> {
  @Override
  public Iterator<String> iterator() {
    return Stream.of(Role.values()).map(Role::text).iterator();
  }

  @Override
  public Role convert(String text) {
    return Role.tryParse(text.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\"%s\" is none of %s".formatted(text, String.join(", ", this))));
  }
}
