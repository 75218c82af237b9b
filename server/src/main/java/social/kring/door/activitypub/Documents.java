package social.kring.door.activitypub;

import java.util.List;
import java.util.Optional;
import social.kring.community.DocumentSource;
import social.kring.community.Reader;
import social.kring.community.relationships.RelationshipReader;
import social.kring.platform.storage.Database;
import social.kring.protocol.url.FediUrl;

/** Everything that has an address, as each reader may see it. */
final class Documents {
  private final List<DocumentSource> sources;
  private final RelationshipReader relationships;
  private final Database database;
  private final HotAnswers hot;

  Documents(
      List<DocumentSource> sources,
      RelationshipReader relationships,
      Database database,
      HotAnswers hot) {
    this.sources = List.copyOf(sources);
    this.relationships = relationships;
    this.database = database;
    this.hot = hot;
  }

  /** What the public sees is rendered once a moment; what others see is for nobody else's eyes. */
  Optional<Rendered> find(FediUrl id, Reader reader) {
    return reader.actor().isPresent()
        ? render(id, reader)
        : hot.documents().get(id, () -> render(id, Reader.PUBLIC));
  }

  private Optional<Rendered> render(FediUrl id, Reader reader) {
    return sources.stream()
        .flatMap(source -> source.find(id, reader).stream())
        .findFirst()
        .map(Rendered::of);
  }

  /** Whoever is blocked, or blocks, sees nothing of the other. */
  Optional<Rendered> of(ShownActor shown, Reader reader) {
    return Optional.of(shown.document())
        .filter(each -> !relationships.blocked(database, reader, shown.actor()));
  }
}
