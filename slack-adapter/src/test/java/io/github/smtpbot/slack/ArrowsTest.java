package io.github.smtpbot.slack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which way the arrows point: bot → plugin → core. */
@AnalyzeClasses(packages = "io.github.smtpbot.slack", importOptions = DoNotIncludeTests.class)
class ArrowsTest {

  @ArchTest
  static final ArchRule pluginNeedsNothingOfTheProgram =
      noClasses()
          .that()
          .resideInAPackage("io.github.smtpbot.slack")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.github.smtpbot.slack.bot..",
              "com.slack.api.bolt.socket_mode..",
              "org.eclipse.jetty..",
              "org.java_websocket..",
              "picocli..",
              "ch.qos.logback..");

  @ArchTest
  static final ArchRule pluginKnowsNotWhatACodeMeans =
      noClasses()
          .that()
          .resideInAPackage("io.github.smtpbot.slack")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.github.smtpbot.question..",
              "io.github.smtpbot.console..",
              "io.github.smtpbot.catalog.data..",
              "io.github.smtpbot.discord..");

  @ArchTest
  static final ArchRule onlyTheProgramEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveSimpleName("SlackMain")
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule thePluginStartsNoThreads =
      noClasses()
          .that()
          .resideInAPackage("io.github.smtpbot.slack")
          .should()
          .callMethod(Thread.class, "start")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.Executors");

  @ArchTest
  static final ArchRule nothingIsPublicButThePluginAndTheProgram =
      classes()
          .that()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .should()
          .haveSimpleName("SmtpSlackPlugin")
          .orShould()
          .haveSimpleName("Visibility")
          .orShould()
          .haveSimpleName("SlackMain");

  @ArchTest
  static final ArchRule noPackageCycles =
      slices().matching("io.github.smtpbot.(slack..)").should().beFreeOfCycles();
}
