package io.github.smtpbot.slack;

import io.github.smtpbot.SmtpBot;
import java.util.Locale;

/** The words that only Slack's readers see: buttons, notes and failures. */
enum Label {
  POST_TO_CHANNEL,
  POST_TO_THREAD,
  POSTED,
  DELETE,
  /** To somebody else than the one who posted it. */
  NOT_YOURS,
  /** Opens a picker of conversations. */
  SHARE,
  SHARE_TITLE,
  SHARE_WHERE,
  SHARE_CHOOSE,
  SHARE_SUBMIT,
  POSTING,
  POST_NOT_IN_CHANNEL,
  POST_ARCHIVED,
  POST_RESTRICTED,
  /** {0}: the id that the log has, too. */
  POST_REFUSED,
  FULL,
  FIX,
  /** A window did not open in time. */
  EXPIRED,
  WAS_IT_RIGHT,
  VOTE_RIGHT,
  VOTE_WRONG,
  /** After a vote. */
  VOTED,
  READING_MESSAGE,
  /** {0}: the asker, as a mention. */
  ASKED_BY,
  SOURCES,
  /** The rest did not fit. */
  MORE,
  CHOOSE,
  ASK_TITLE,
  ASK_LABEL,
  ASK_PLACEHOLDER,
  ASK_FILE,
  ASK_EMPTY,
  ASK_SUBMIT,
  CLOSE,
  BACK,
  /** {0}: the file's name. */
  READING,
  /** {0}: the file's name, {1}: the limit in MiB. */
  FILE_TOO_LARGE,
  /** There is no text in it. {0}: the file's name. */
  FILE_OTHER_KIND,
  /** It is not kept by Slack. {0}: the file's name. */
  FILE_ELSEWHERE,
  /** Deleted, or where this app is not. {0}: the file's name. */
  FILE_GONE,
  /** {0}: the file's name. */
  FILE_REFUSED,
  /** {0}: the file's name. */
  FILE_FAILED,
  /** Too many are being read. {0}: the file's name. */
  FILE_BUSY,
  /** Its beginning was read. {0}: the file's name. */
  FILE_CUT,
  /** {0}: the file's name, {1}: how many of a message are read. */
  FILE_ONE_TOO_MANY,
  /** The program ends. {0}: the file's name. */
  FILE_RESTART,
  NOTHING_TO_READ,
  /** What somebody reads who writes to the bot for the first time. */
  GREETING_TITLE,
  GREETING,
  /** The heading above Slack's ways to ask. */
  WAYS,
  WAY_COMMAND,
  WAY_MESSAGE,
  WAY_MENTION,
  WAY_FILE,
  WAY_SHORTCUT,
  /** {0}: the name of an emoji. */
  WAY_REACTION,
  HOME_TITLE,
  HOME_ABOUT,
  HOME_ASK,
  HOME_SETTINGS,
  SETTING_LANGUAGE,
  SETTING_LANGUAGE_HOW,
  SETTING_VISIBILITY,
  SETTING_EPHEMERAL,
  SETTING_IN_CHANNEL,
  SETTING_REACTION,
  /** {0}: the name of an emoji. */
  SETTING_REACTION_ON,
  SETTING_REACTION_OFF,
  SETTING_NOTES,
  /** What a workspace may choose in a menu. */
  CHOICE_AUTO,
  CHOICE_DEFAULT,
  CHOICE_ASKER,
  CHOICE_EVERYONE,
  CHOICE_ON,
  CHOICE_OFF,
  CHOICE_ADMINS,
  /** Questions to begin with. */
  EXAMPLE_MEANING,
  EXAMPLE_DIFFERENCE,
  EXAMPLE_FIX,
  EXAMPLE_PROVIDER,
  /** Somebody reacted in a channel that the bot is not in. */
  REACTION_INVITE,
  /** Above suggested prompts. */
  AGENT_PROMPTS,
  /** Stands behind the name of the bot while it reads. */
  AGENT_READING,
  /** The bot may not write where it was asked. */
  NOT_IN_CHANNEL,
  /** {0}: the id that the log has, too. */
  SCOPE_MISSING,
  /** Slack takes no more from us for now. {0}: for how many seconds. */
  TOO_MANY,
  /** A button of another version. */
  OUTDATED,
  /** {0}: the id that the log has, too. */
  FAILED;

  /** Its name in the {@code ui} section of the language's file. */
  String key() {
    return "slack." + name().toLowerCase(Locale.ROOT);
  }

  /** What it says. */
  String of(SmtpBot bot, Locale locale, Object... values) {
    return bot.label(key(), locale, values);
  }

  /** Says a label to one reader. */
  interface Speaker {

    /** What the label says in the reader's language. */
    String say(Label label, Object... values);

    /** Speaks the language of this locale. */
    static Speaker of(SmtpBot bot, Locale locale) {
      return (label, values) -> label.of(bot, locale, values);
    }
  }
}
