package io.github.smtpbot.discord;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.github.smtpbot.AdapterRules;

/** Which way the arrows point: bot → plugin → core. */
@AnalyzeClasses(packages = "io.github.smtpbot.discord", importOptions = DoNotIncludeTests.class)
class ArrowsTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(AdapterRules.class);
}
