package io.github.smtpbot.discord;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What somebody may rely on who puts the plugin into a bot of their own. */
@AnalyzeClasses(packages = "io.github.smtpbot.discord", importOptions = DoNotIncludeTests.class)
class PluginRulesTest {

  private static final String PROGRAM = "DiscordMain";

  @ArchTest
  static final ArchRule nothingButTheProgramEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveSimpleName(PROGRAM)
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule nothingButMemoryThatHasRunOutHaltsIt =
      noClasses()
          .that()
          .doNotHaveSimpleName("OutOfMemory")
          .should()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule thePluginKnowsNothingOfTheProgram =
      classes()
          .that()
          .haveSimpleName("OutOfMemory")
          .or()
          .haveSimpleName("EventThreads")
          .should()
          .onlyBeAccessed()
          .byClassesThat()
          .haveNameMatching(".*\\.(DiscordMain|DiscordBot|OutOfMemory|EventThreads)");

  @ArchTest
  static final ArchRule nothingButTheProgramStartsThreads =
      noClasses()
          .that()
          .doNotHaveSimpleName(PROGRAM)
          .should()
          .callMethod(Thread.class, "start")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.Executors");

  @ArchTest
  static final ArchRule loggingIsSetUpByTheProgramAlone =
      noClasses()
          .that()
          .doNotHaveSimpleName("PayloadFreeConverter")
          .and()
          .doNotHaveSimpleName("ToldAlreadyFilter")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ch.qos.logback..");

  @ArchTest
  static final ArchRule onlyWhatJdaAndTheCoreOfferIsUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "net.dv8tion.jda.internal..", "io.github.smtpbot.slack..", "java.lang.reflect..");
}
