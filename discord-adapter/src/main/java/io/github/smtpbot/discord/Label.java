package io.github.smtpbot.discord;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.catalog.Cause;
import java.util.Locale;

/** The words that only Discord's readers see: commands, buttons, notes and failures. */
enum Label {
  /** What {@code /smtp} does. */
  COMMAND,
  FILE_COMMAND,
  PASTE_COMMAND,
  /** The name of the command in a message's menu. */
  MESSAGE_COMMAND,
  /** Names of options, and what they are for. */
  QUESTION,
  QUESTION_DESCRIPTION,
  ATTACHMENT,
  ATTACHMENT_DESCRIPTION,
  VISIBILITY,
  VISIBILITY_DESCRIPTION,
  VISIBLE_TO_EVERYONE,
  VISIBLE_TO_ASKER,
  /** The form for long texts and files. */
  PASTE,
  PASTE_LABEL,
  PASTE_FILES,
  PASTE_PLACEHOLDER,
  CHOOSE,
  POST,
  FULL,
  RIGHT,
  WRONG,
  /** After a vote. */
  VOTED,
  /** {0}: a code. */
  EXPLAIN,
  /** {0}: two codes. */
  COMPARE,
  /** {0}: another code. */
  COMPARE_WITH,
  DELETE,
  /** To somebody else than the one who asked. */
  NOT_YOURS,
  /** {0}: a name. */
  POSTED_BY,
  /** Others would have read what was typed. */
  KEPT_PRIVATE,
  /** {0}: the asker, as a mention. */
  ASKED_BY,
  /** The rest did not fit. */
  CUT,
  SOURCES,
  NO_TEXT,
  /** {0}: the id that the log has, too. */
  CANNOT_POST,
  /** {0}: the id that the log has, too. */
  FAILED,
  CLOSING,
  /** A button of another version. */
  OUTDATED,
  /** Why an answer is for the asker alone, see {@link Openness}. */
  PRIVATE_ASKER,
  PRIVATE_BOT,
  PRIVATE_APP,
  /** Why a file was not read; {0}: the limit in MiB, {2}: that of a log. */
  FILE_TOO_LARGE,
  FILE_NOT_TEXT,
  FILE_ELSEWHERE,
  /** {0}: the id that the log has, too. */
  FILE_SLOW,
  /** {0}: the id that the log has, too. */
  FILE_FAILED,
  FILE_OTHER_KIND,
  /** Why files are not read now, see {@link FileGate}. */
  FILE_BUSY,
  FILE_TOO_OFTEN,
  /** A download broke off; {1}: the id that the log has, too. */
  LOG_CUT,
  /** A file's beginning was read. */
  FILE_CUT,
  /** Discord refused the picture of an answer. */
  NO_PICTURE,
  /** {0}: how many files there are, {1}: how many were read. */
  FILE_FIRST_ONLY,
  /** The heading above Discord's ways to ask. */
  WAYS,
  WAY_COMMAND,
  WAY_MESSAGE,
  WAY_FILE,
  WAY_PASTE;

  /** Its name in the {@code ui} section of the language's file. */
  String key() {
    return "discord." + name().toLowerCase(Locale.ROOT);
  }

  /** What it says. */
  String of(SmtpBot bot, Locale locale, Object... values) {
    return bot.label(key(), locale, values);
  }

  /** Says a label to one reader. */
  interface Speaker {

    /** What the label says in the reader's language. */
    String say(Label label, Object... values);

    /** What a cause is called in the reader's language. */
    String name(Cause cause);

    /** Speaks the language of this locale. */
    static Speaker of(SmtpBot bot, Locale locale) {
      return new Speaker() {
        @Override
        public String say(Label label, Object... values) {
          return label.of(bot, locale, values);
        }

        @Override
        public String name(Cause cause) {
          return bot.name(cause, locale);
        }
      };
    }
  }
}
