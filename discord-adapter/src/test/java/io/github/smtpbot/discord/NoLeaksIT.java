package io.github.smtpbot.discord;

import io.github.smtpbot.privacy.NoLeaks;

/** What the tests of this module have logged, counted and stored. */
class NoLeaksIT extends NoLeaks {

  NoLeaksIT() {
    super(true);
  }
}
