package io.github.smtpbot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What holds for every adapter, and what somebody may rely on who puts its plugin into a bot of
 * their own. The arrows point one way: bot → plugin → core. Each adapter's own test runs these.
 */
public final class AdapterRules {

  private static final String SLACK = "io.github.smtpbot.slack";
  private static final String DISCORD = "io.github.smtpbot.discord";
  private static final String[] PLUGINS = {SLACK, DISCORD};

  private AdapterRules() {}

  @ArchTest
  static final ArchRule thePluginNeedsNothingOfTheProgram =
      noClasses()
          .that()
          .resideInAnyPackage(PLUGINS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              SLACK + ".bot..",
              DISCORD + ".bot..",
              "com.slack.api.bolt.socket_mode..",
              "org.eclipse.jetty..",
              "org.java_websocket..",
              "picocli..",
              "ch.qos.logback..");

  @ArchTest
  static final ArchRule thePluginKnowsNotWhatACodeMeans =
      noClasses()
          .that()
          .resideInAnyPackage(PLUGINS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.github.smtpbot.question..",
              "io.github.smtpbot.console..",
              "io.github.smtpbot.catalog.data..");

  @ArchTest
  static final ArchRule slackKnowsNothingOfDiscord =
      noClasses()
          .that()
          .resideInAPackage(SLACK + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(DISCORD + "..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule discordKnowsNothingOfSlack =
      noClasses()
          .that()
          .resideInAPackage(DISCORD + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SLACK + "..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyWhatTheLibrariesOfferIsUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "net\\.dv8tion\\.jda\\.internal\\..*"
                  + "|java\\.lang\\.reflect\\.(Method|Field|Constructor|Proxy)");

  @ArchTest
  static final ArchRule onlyTheProgramEndsTheProcess =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Main")
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule onlyMemoryThatHasRunOutHaltsIt =
      noClasses()
          .that()
          .doNotHaveSimpleName("OutOfMemory")
          .should()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule thePluginStartsNoThreads =
      noClasses()
          .that()
          .resideInAnyPackage(PLUGINS)
          .should()
          .callMethod(Thread.class, "start")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.Executors");

  /** Logback makes what its configuration names, which has to be public for that. */
  @ArchTest
  static final ArchRule nothingIsPublicButThePluginAndTheProgram =
      classes()
          .that()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .and()
          .areNotAssignableTo("ch.qos.logback.core.spi.ContextAware")
          .should()
          .haveNameMatching(
              "io\\.github\\.smtpbot\\.\\w+\\.(Smtp\\w+Plugin|Visibility|bot\\.\\w+Main)");

  @ArchTest
  static final ArchRule noPackageCycles =
      slices().matching("io.github.smtpbot.(**)").should().beFreeOfCycles();
}
