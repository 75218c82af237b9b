package social.kring.community.previews;

import social.kring.protocol.json.Tree;

/** How a preview is kept: always read whole, never searched by. */
final class PreviewJson {
  private PreviewJson() {}

  static Tree of(Preview preview) {
    return Tree.builder()
        .put("url", preview.url())
        .put("title", preview.title())
        .put("description", preview.description())
        .put("author", preview.origins().author())
        .put("site", preview.origins().site())
        .put("language", preview.origins().language())
        .put("picture", preview.picture())
        .put("published", preview.published())
        .build();
  }

  static Preview read(Tree json) {
    return new Preview(
        json.id("url").orElseThrow(),
        json.string("title").orElseThrow(),
        json.string("description").orElse(""),
        new Preview.Origins(
            json.string("author").orElse(""),
            json.string("site").orElse(""),
            json.string("language")),
        json.id("picture"),
        json.instant("published"));
  }
}
