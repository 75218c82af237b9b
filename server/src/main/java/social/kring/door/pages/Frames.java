package social.kring.door.pages;

import java.util.Optional;
import social.kring.door.activitypub.NodeCard;
import social.kring.platform.domains.Domain;

/** Frames pages of this node. */
final class Frames {
  private final NodeCard node;
  private final Assets assets;

  Frames(NodeCard node, Assets assets) {
    this.node = node;
    this.assets = assets;
  }

  /** A page about the node itself. */
  Frame ofNode(Domain domain, String path, String title) {
    var card = new Frame.Card("website", title, node.description(), Optional.empty());
    var links = Frame.Links.canonical(domain.url(path).text());
    return new Frame(node.name(), titled(title), card, links, true, assets.paths());
  }

  /** A page that is of use to whoever sees it now, and to nobody else. */
  Frame passing(String title) {
    var card = new Frame.Card("website", title, node.description(), Optional.empty());
    return new Frame(node.name(), titled(title), card, Frame.Links.NONE, false, assets.paths());
  }

  Frame of(Frame.Card card, Frame.Links links, boolean listed) {
    return new Frame(node.name(), titled(card.title()), card, links, listed, assets.paths());
  }

  private String titled(String title) {
    return title.equals(node.name()) ? title : title + " · " + node.name();
  }
}
