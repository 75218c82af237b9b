package social.kring.protocol.json;

import java.util.Set;

/**
 * A short name and what it means.
 *
 * @param iri what it means to us
 * @param alsoMeans what it means in other bundled contexts, which comes to the same
 * @param reference whether its strings are ids
 * @param container {@code @list} or {@code @language}, else empty
 */
record Term(String name, String iri, Set<String> alsoMeans, boolean reference, String container) {
  static final String LIST = "@list";
  static final String LANGUAGE = "@language";

  boolean means(String canonicalIri) {
    return iri.equals(canonicalIri) || alsoMeans.contains(canonicalIri);
  }

  boolean isList() {
    return container.equals(LIST);
  }

  boolean isLanguageMap() {
    return container.equals(LANGUAGE);
  }
}
