package social.kring.community.lists;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.community.PageRequest;
import social.kring.community.posts.PostEntry;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** Lists of people, each known to its owner alone. */
public final class Lists {
  private static final int MOST_LISTS = 50;
  private static final int MOST_MEMBERS = 1_000;

  /** Of each new member. */
  private static final int RECENT = 40;

  /** Of all new members together: as many as a list keeps. */
  private static final int MOST_RECENT = ListTrim.KEPT;

  private final ListTables tables = ListTables.create();
  private final Ids ids;
  private final Capability capability;

  public Lists(Foundation base) {
    this.ids = base.ids();
    this.capability =
        Capability.named("lists")
            .consuming(new ListFeed(tables))
            .working(new ListTrim(tables.entries(), base.database()));
  }

  public Capability capability() {
    return capability;
  }

  /** All lists of somebody, in the order in which they were made. */
  public List<PersonalList> of(Queries queries, long owner) {
    return tables.lists().of(queries, owner, MOST_LISTS);
  }

  /**
   * @throws Problem NOT_FOUND where the owner has no such list
   */
  public PersonalList require(Queries queries, long owner, long id) {
    return tables
        .lists()
        .find(queries, owner, id)
        .orElseThrow(() -> Problem.notFound("Record not found"));
  }

  /**
   * @throws Problem INVALID where there are too many
   */
  public PersonalList create(Transaction tx, long owner, ListTerms terms) {
    var list = new PersonalList(ids.next(), owner, terms);
    if (!tables.lists().insert(tx, list, MOST_LISTS)) {
      throw Problem.invalid("Validation failed: nobody has more than " + MOST_LISTS + " lists");
    }
    return list;
  }

  public PersonalList change(Transaction tx, PersonalList list, ListTerms terms) {
    var changed = new PersonalList(list.id(), list.owner(), terms);
    tables.lists().update(tx, changed);
    return changed;
  }

  /**
   * @throws Problem NOT_FOUND where the owner has no such list
   */
  public void delete(Transaction tx, long owner, long id) {
    if (!tables.lists().delete(tx, owner, id)) throw Problem.notFound("Record not found");
  }

  /**
   * Adds members; those who are on the list already stay on it.
   *
   * @throws Problem NOT_FOUND where the owner does not follow one of them, INVALID where there are
   *     too many
   */
  public void add(Transaction tx, PersonalList list, Collection<Long> actors) {
    var candidates =
        actors.stream().distinct().map(actor -> new Member(ids.next(), actor)).toList();
    var added = tables.members().insert(tx, list, candidates);
    var census = tables.members().census(tx, list.id(), actors);
    if (census.these() < candidates.size()) {
      throw Problem.notFound("Only people whom you follow can be on a list");
    }
    if (census.everyone() > MOST_MEMBERS) {
      throw Problem.invalid("Validation failed: a list has at most " + MOST_MEMBERS + " members");
    }
    tables.entries().insertRecent(tx, list, added, RECENT, MOST_RECENT);
  }

  /** Takes members off; whoever is not on the list stays away. */
  public void remove(Transaction tx, PersonalList list, Collection<Long> actors) {
    tables.entries().deleteBy(tx, list.id(), actors);
    tables.members().delete(tx, list.id(), actors);
  }

  /** Who is on a list, the newest first. */
  public List<Member> members(Queries queries, PersonalList list, PageRequest page) {
    return tables.members().page(queries, list.id(), page);
  }

  /** Those of somebody's lists that somebody else is on. */
  public List<PersonalList> containing(Queries queries, long owner, long member) {
    return tables.lists().containing(queries, owner, member);
  }

  /** What came to a list, as its owner sees it. */
  public List<PostEntry> timeline(Queries queries, PersonalList list, PageRequest page) {
    return tables.entries().page(queries, list, page);
  }

  /**
   * Which lists posts and boosts belong on as they are published, for streams. Visibility, blocks,
   * mutes, ended follows and the rules of each list are minded; two queries for all of them.
   */
  public List<Reached> reached(Queries queries, Collection<Shown> posts, Collection<Shown> boosts) {
    return tables.entries().reached(queries, posts, boosts);
  }

  /** What of these posts, which may be gone, came to which of these lists, for streams: by post. */
  public Map<Long, List<Reached>> kept(
      Queries queries, Collection<Long> lists, Collection<Long> posts) {
    return tables.entries().kept(queries, lists, posts);
  }
}
