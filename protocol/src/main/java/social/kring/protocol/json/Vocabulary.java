package social.kring.protocol.json;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every name in the bundled contexts, and what it means. Publishers list only some of the contexts
 * they use, and readers of plain JSON go by the names alone: so all of them are always in force.
 */
final class Vocabulary {
  static final Vocabulary BUNDLED = new VocabularyReader().read();

  private final Map<String, Term> terms;
  private final Map<String, String> namesByIri = new HashMap<>();
  private final Map<String, String> prefixesByNamespace = new HashMap<>();

  Vocabulary(Map<String, Term> terms) {
    this.terms = Map.copyOf(terms);
    terms.values().forEach(this::index);
    terms.values().forEach(this::indexOtherMeanings);
  }

  /** Of several names for one thing the first is ours; a list of as:items is told by its value. */
  private void index(Term term) {
    if (Iris.isNamespace(term.iri())) prefixesByNamespace.putIfAbsent(term.iri(), term.name());
    else if (!term.isLanguageMap()) namesByIri.putIfAbsent(term.iri(), term.name());
  }

  private void indexOtherMeanings(Term term) {
    if (term.isLanguageMap()) return;
    term.alsoMeans().forEach(iri -> namesByIri.putIfAbsent(iri, term.name()));
  }

  Collection<Term> terms() {
    return terms.values();
  }

  Optional<Term> term(String name) {
    return Optional.ofNullable(terms.get(name));
  }

  /** Our name for what an IRI means; empty where we have none. */
  Optional<String> name(String canonicalIri) {
    return Optional.ofNullable(namesByIri.get(canonicalIri));
  }

  /** The namespace that a prefix stands for. */
  Optional<String> namespace(String prefix) {
    return term(prefix).map(Term::iri).filter(Iris::isNamespace);
  }

  /** Our name, else with a prefix of ours, else whole. */
  String shortened(String iri) {
    var canonical = Iris.canonical(iri);
    return name(canonical).orElseGet(() -> prefixed(canonical));
  }

  private String prefixed(String iri) {
    var end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
    if (end == 0 || end == iri.length()) return iri;
    var prefix = prefixesByNamespace.get(iri.substring(0, end));
    return prefix == null ? iri : prefix + ":" + iri.substring(end);
  }

  /**
   * Whether we would write a name with a colon in it the same way. What has a short name of ours,
   * and whole IRIs, we would not.
   */
  boolean isOurSpelling(String compact) {
    var colon = compact.indexOf(':');
    var rest = compact.substring(colon + 1);
    if (rest.startsWith("//")) return false;
    return namespace(compact.substring(0, colon))
        .map(namespace -> shortened(namespace + rest).equals(compact))
        .orElse(true);
  }
}
