package social.kring.federation.receiving;

import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.protocol.url.FediUrl;

/** Tells what a bare id names, where its owner knows it. */
@FunctionalInterface
public interface KindLookup {
  Optional<ObjectKind> kindOf(Queries queries, FediUrl id);
}
