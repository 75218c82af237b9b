package social.kring.node.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import social.kring.community.access.NewAccount;
import social.kring.community.access.Role;
import social.kring.community.access.Scopes;
import social.kring.door.cli.OpenNode;
import social.kring.door.cli.Premises;

/** Gives people accounts, as the operator's commands do, beside the running nodes. */
final class Seats {
  /** Everybody's, since all of it is gone with the demo. */
  static final String PASSWORD = "walk across the bridge";

  private static final String SCOPES = "read write follow";

  private final BiFunction<Map<String, String>, Path, Premises> premises;
  private final ApiClient api;

  /**
   * @param premises the node that some settings describe
   */
  Seats(BiFunction<Map<String, String>, Path, Premises> premises, ApiClient api) {
    this.premises = premises;
    this.api = api;
  }

  /** By name; the first of them owns the node. */
  Map<String, Person> at(Company company, String... names) {
    var people = new LinkedHashMap<String, Person>();
    try (var node = premises.apply(company.settings(), company.directory()).open()) {
      for (var name : names) {
        var role = people.isEmpty() ? Role.OWNER : Role.MEMBER;
        people.put(name, new Person(api, company, name, seat(node, name, role)));
      }
    }
    return people;
  }

  private static String seat(OpenNode node, String name, Role role) {
    var domain = node.domains().primary();
    var wanted = new NewAccount(name, domain, name + "@mail.example", PASSWORD, role);
    var account = node.access().accounts().create(node.database(), wanted);
    return node.database()
        .transaction(
            tx ->
                node.access()
                    .tokens()
                    .issueByOperator(tx, account.actor(), Scopes.parse(SCOPES), "the demo"))
        .secret()
        .text();
  }
}
