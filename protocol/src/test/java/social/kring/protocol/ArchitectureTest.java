package social.kring.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in the fediverse's language. */
@AnalyzeClasses(
    packages = "social.kring.protocol",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices().matching("social.kring.protocol.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule it_knows_no_server_no_database_and_no_loggers =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.vertx..", "io.netty..", "java.sql..", "java.net.http..", "org.slf4j..");

  @ArchTest
  static final ArchRule it_starts_no_threads =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.concurrent.Executor.class);

  @ArchTest
  static final ArchRule only_the_json_package_knows_the_json_libraries =
      noClasses()
          .that()
          .resideOutsideOfPackage("..json..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson..", "com.github.jsonldjava..");

  @ArchTest
  static final ArchRule one_class_knows_the_library_that_would_fetch_contexts =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.LinkedData(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.jsonldjava..");

  @ArchTest
  static final ArchRule addresses_come_first =
      classes()
          .that()
          .resideInAPackage("..protocol.url..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "social.kring.protocol", "..protocol.url..");

  @ArchTest
  static final ArchRule json_knows_addresses_only =
      noClasses()
          .that()
          .resideInAPackage("..protocol.json..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..activitystreams..", "..discovery..", "..signature..", "..integrity..");
}
