package social.kring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in the server: those below, never those above. */
@AnalyzeClasses(packages = "social.kring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule dependencies_point_down_only =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("node")
          .definedBy("social.kring.node..")
          .layer("door")
          .definedBy("social.kring.door..")
          .layer("community")
          .definedBy("social.kring.community..")
          .layer("federation")
          .definedBy("social.kring.federation..")
          .layer("platform")
          .definedBy("social.kring.platform..")
          .layer("protocol")
          .definedBy("social.kring.protocol..")
          .whereLayer("node")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("door")
          .mayOnlyBeAccessedByLayers("node")
          .whereLayer("community")
          .mayOnlyBeAccessedByLayers("node", "door")
          .whereLayer("federation")
          .mayOnlyBeAccessedByLayers("node", "door", "community")
          .whereLayer("platform")
          .mayOnlyBeAccessedByLayers("node", "door", "community", "federation");

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices().matching("social.kring.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule foreign_json_is_read_by_the_protocol_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("social.kring.protocol..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.jsonldjava..");
}
