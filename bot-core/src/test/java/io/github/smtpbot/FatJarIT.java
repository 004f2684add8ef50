package io.github.smtpbot;

class FatJarIT extends FatJarRules {

  FatJarIT() {
    super("smtpbot.jar", "lucene-core-");
  }
}
