package io.github.smtpbot.discord;

import java.util.List;

/** Texts that try to be more than text. */
final class Hostile {

  static final List<String> TEXTS =
      List.of(
          "@everyone and @here",
          "<@800000000000000002> <@!1> <@&2> <#3> </smtp:4> <id:home>",
          "<:evil:1> <a:evil:2> <t:1618953630:R> :skull:",
          "[click](https://evil.example) [x](<https://evil.example>)",
          "https://evil.example/a_b <https://evil.example> <mailto:a@evil.example>",
          "```\n@everyone\n``` ` `` ``` ````",
          "**bold** __under__ *i* _i_ ~~s~~ ||spoiler||",
          "# heading\n-# small\n> quote\n>>> all\n- list\n1. one\n1) one",
          "\\\\* \\` \\[a\\](b) \\",
          "\u202eevil\u202c \u0000\u0007 \ufeff");

  private Hostile() {}
}
