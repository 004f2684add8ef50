package io.github.smtpbot.privacy;

/** What the core's tests have stored and counted; it logs nothing. */
class NoLeaksIT extends NoLeaks {

  NoLeaksIT() {
    super(false);
  }
}
