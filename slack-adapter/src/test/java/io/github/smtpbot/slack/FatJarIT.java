package io.github.smtpbot.slack;

import io.github.smtpbot.FatJarRules;

class FatJarIT extends FatJarRules {

  FatJarIT() {
    super("smtpbot-slack.jar", "bolt-");
  }
}
