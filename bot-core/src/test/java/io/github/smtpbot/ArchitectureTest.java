package io.github.smtpbot;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The arrows of the design: who may know whom. */
@AnalyzeClasses(
    packages = "io.github.smtpbot",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.github.smtpbot";
  private static final String CATALOG = ROOT + ".catalog..";
  private static final String QUESTION = ROOT + ".question..";
  private static final String DIAGNOSIS = ROOT + ".diagnosis..";
  private static final String ANSWER = ROOT + ".answer..";
  private static final String CONSOLE = ROOT + ".console..";
  private static final String INCIDENT = ROOT + ".incident..";
  private static final String LOG = ROOT + ".log..";
  private static final String CONTENT = ROOT + ".content..";

  /** Methods of String that take a regular expression of java.util.regex. */
  private static final Set<String> BACKTRACKING = Set.of("matches", "replaceAll", "replaceFirst");

  @ArchTest
  static final ArchRule theCatalogKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage(CATALOG)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT, QUESTION, DIAGNOSIS, ANSWER, CONSOLE);

  @ArchTest
  static final ArchRule questionsKnowOnlyTheCatalog =
      noClasses()
          .that()
          .resideInAPackage(QUESTION)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT, DIAGNOSIS, ANSWER, CONSOLE);

  @ArchTest
  static final ArchRule theDiagnosisKnowsOnlyTheCatalog =
      noClasses()
          .that()
          .resideInAPackage(DIAGNOSIS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT, QUESTION, ANSWER, CONSOLE, LOG, INCIDENT);

  /** The diagnosis and the reading of logs stand on it, and know not each other. */
  @ArchTest
  static final ArchRule whatLiesInAFileIsToldWithoutKnowingWhoAsks =
      noClasses()
          .that()
          .resideInAPackage(CONTENT)
          .should()
          .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAPackage(CONTENT))));

  /** The rooms of the diagnosis in the order in which a text walks through them. */
  @ArchTest
  static final ArchRule theRoomsOfTheDiagnosisFollowTheData =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("findings")
          .definedBy(ROOT + ".diagnosis")
          .layer("tools")
          .definedBy(ROOT + ".diagnosis.syntax..", ROOT + ".diagnosis.wording..")
          .layer("decode")
          .definedBy(ROOT + ".diagnosis.decode..")
          .layer("form")
          .definedBy(ROOT + ".diagnosis.form..")
          .layer("reply")
          .definedBy(ROOT + ".diagnosis.reply..")
          .layer("provider")
          .definedBy(ROOT + ".diagnosis.provider..")
          .layer("conclude")
          .definedBy(ROOT + ".diagnosis.conclude..")
          .layer("reader")
          .definedBy(ROOT + ".diagnosis.reader..")
          .whereLayer("reader")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("conclude")
          .mayOnlyBeAccessedByLayers("reader")
          .whereLayer("provider")
          .mayOnlyBeAccessedByLayers("conclude", "reader")
          .whereLayer("reply")
          .mayOnlyBeAccessedByLayers("provider", "conclude", "reader")
          .whereLayer("form")
          .mayOnlyBeAccessedByLayers("reply", "reader")
          .whereLayer("decode")
          .mayOnlyBeAccessedByLayers("form", "reader")
          .whereLayer("findings")
          .mayOnlyBeAccessedByLayers("form", "reply", "conclude", "reader");

  @ArchTest
  static final ArchRule thereAreNoCyclesBetweenTheRooms =
      slices().matching(ROOT + ".diagnosis.(*)..").should().beFreeOfCycles();

  /** What a reply means is asked later: a log is read as fast as its bytes come. */
  @ArchTest
  static final ArchRule logsAreReadWithoutKnowingWhatTheyMean =
      noClasses()
          .that()
          .resideInAPackage(LOG)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT, CATALOG, QUESTION, DIAGNOSIS, ANSWER, CONSOLE);

  /** The rooms of the log in the order in which a line walks through them. */
  @ArchTest
  static final ArchRule theRoomsOfTheLogFollowTheData =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("deliveries")
          .definedBy(ROOT + ".log")
          .layer("source")
          .definedBy(ROOT + ".log.source..")
          .layer("wrap")
          .definedBy(ROOT + ".log.wrap..")
          .layer("format")
          .definedBy(ROOT + ".log.format..")
          .layer("reader")
          .definedBy(ROOT + ".log.reader..")
          .whereLayer("reader")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("source")
          .mayOnlyBeAccessedByLayers("reader")
          .whereLayer("wrap")
          .mayOnlyBeAccessedByLayers("reader")
          .whereLayer("format")
          .mayOnlyBeAccessedByLayers("wrap", "reader");

  @ArchTest
  static final ArchRule thereAreNoCyclesBetweenTheRoomsOfTheLog =
      slices().matching(ROOT + ".log.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule answersKnowNeitherTheFrontDoorNorTheTerminal =
      noClasses()
          .that()
          .resideInAPackage(ANSWER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT, CONSOLE);

  @ArchTest
  static final ArchRule theSummaryOfALogKnowsNeitherTheFrontDoorNorTheTerminal =
      noClasses()
          .that()
          .resideInAPackage(INCIDENT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT, QUESTION, CONSOLE);

  @ArchTest
  static final ArchRule nobodyKnowsTheTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackage(CONSOLE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CONSOLE);

  @ArchTest
  static final ArchRule theTerminalAsksTheFrontDoorNotTheComposersOrTheParser =
      noClasses()
          .that()
          .resideInAPackage(CONSOLE)
          .should()
          .dependOnClassesThat(
              resideInAPackage(QUESTION)
                  .and(not(simpleName("Asked")))
                  .and(not(simpleName("Mentions"))))
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Composer");

  @ArchTest
  static final ArchRule thereAreNoCyclesBetweenPackages =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingInCoreKnowsAChat =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("net.dv8tion..", "com.slack..", "okhttp3..", "org.eclipse.jetty..");

  @ArchTest
  static final ArchRule theCompilerIsUsedByTheBuildOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".catalog.compiler..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".catalog.compiler..");

  /** Where the library is missing, only notes as YAML are: the terminal has none. */
  @ArchTest
  static final ArchRule yamlIsReadByTheBuildAndForNotesOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".catalog.compiler..")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + ".note.NoteYaml")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.snakeyaml..");

  /** Nothing of a database is loaded by whoever has none. */
  @ArchTest
  static final ArchRule onlyTheStoreKnowsADatabase =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "com.zaxxer..", "org.flywaydb..");

  /** What teams note and choose is said above answers, which know nothing of it. */
  @ArchTest
  static final ArchRule answersKnowNoTeams =
      noClasses()
          .that()
          .resideInAnyPackage(CATALOG, QUESTION, DIAGNOSIS, ANSWER, INCIDENT, LOG, CONSOLE, ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".store..", ROOT + ".note..", ROOT + ".team..");

  @ArchTest
  static final ArchRule patternsOfTheDiagnosisAreLinear =
      noClasses()
          .that()
          .resideInAnyPackage(DIAGNOSIS, QUESTION, ANSWER, LOG, INCIDENT, CONTENT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.regex..");

  @ArchTest
  static final ArchRule noTextOfAPersonMeetsABacktrackingPattern =
      noClasses()
          .that()
          .resideInAnyPackage(DIAGNOSIS, QUESTION, ANSWER, LOG, INCIDENT, CONTENT)
          .should()
          .callMethodWhere(
              new DescribedPredicate<JavaCall<?>>("it takes a pattern of java.util.regex") {
                @Override
                public boolean test(JavaCall<?> call) {
                  return call.getTargetOwner().isEquivalentTo(String.class)
                      && BACKTRACKING.contains(call.getName());
                }
              });

  @ArchTest
  static final ArchRule onlyTheProgramEndsTheMachine =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + ".console.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Runtime.class);

  @ArchTest
  static final ArchRule theLibraryNeitherPrintsNorLogs =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + ".console.Main")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "org.slf4j..");

  @ArchTest
  static final ArchRule theLibraryStartsNoThreads =
      noClasses()
          .should()
          .callConstructor(Thread.class, Runnable.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.Executors");

  @ArchTest
  static final ArchRule theInterfaceShowsNoCache =
      noMethods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(ROOT, ROOT + ".answer", ROOT + ".diagnosis")
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should()
          .haveRawReturnType(resideInAPackage("com.github.benmanes.."));

  @ArchTest
  static final ArchRule composersAreNotPartOfTheInterface =
      classes()
          .that()
          .haveSimpleNameEndingWith("Composer")
          .and()
          .doNotHaveSimpleName("Composer")
          .should()
          .bePackagePrivate();
}
