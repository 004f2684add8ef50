package io.github.smtpbot.discord;

import io.github.smtpbot.FatJarRules;

class FatJarIT extends FatJarRules {

  FatJarIT() {
    super("smtpbot-discord.jar", "JDA-");
  }
}
