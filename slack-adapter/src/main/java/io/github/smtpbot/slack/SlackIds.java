package io.github.smtpbot.slack;

import java.util.regex.Pattern;

/** The names under which Slack calls us; {@code manifest.yaml} has the same. */
final class SlackIds {

  /** The slash command. */
  static final String COMMAND = "/smtp";

  /** The message shortcut <em>Explain SMTP reply</em>. */
  static final String EXPLAIN_MESSAGE = "smtpbot_explain_message";

  /** The global shortcut that opens the modal. */
  static final String ASK = "smtpbot_ask";

  /** The modal with the large input. */
  static final String ASK_VIEW = "smtpbot_ask_view";

  /** A modal with an answer. */
  static final String ANSWER_VIEW = "smtpbot_answer_view";

  /** The modal's text input: block and action. */
  static final String ASK_TEXT = "smtpbot_ask_text";

  /** The modal's file input: block and action. */
  static final String ASK_FILE = "smtpbot_ask_file";

  /** The button that posts an answer for all to see. */
  static final String POST = "smtpbot_post";

  /** The button that takes back what was posted. */
  static final String DELETE = "smtpbot_delete";

  /** The button that opens the modal for posting elsewhere. */
  static final String SHARE = "smtpbot_share";

  /** The modal in which one chooses where to post. */
  static final String SHARE_VIEW = "smtpbot_share_view";

  /** Its picker of conversations: block and action. */
  static final String SHARE_WHERE = "smtpbot_share_where";

  /** What one may ask next in a modal. */
  static final String NEXT = "smtpbot_next";

  /** The buttons that say whether an answer was right: the block, and each button. */
  static final String VOTES = "smtpbot_votes";

  static final String VOTE_RIGHT = "smtpbot_vote_right";
  static final String VOTE_WRONG = "smtpbot_vote_wrong";

  /** The button that opens the whole answer. */
  static final String FULL = "smtpbot_full";

  /** The button that opens what to do. */
  static final String FIX = "smtpbot_fix";

  /** The buttons and menus that ask something; a number follows. */
  static final String FOLLOW_UP = "smtpbot_follow_up_";

  /** Those below a diagnosis, in the place of which nothing else may stand; a number follows. */
  static final String FOLLOW_UP_DIAGNOSIS = "smtpbot_follow_up_diagnosis_";

  /** Each {@link #FOLLOW_UP} and {@link #FOLLOW_UP_DIAGNOSIS}. */
  static final Pattern ANY_FOLLOW_UP = Pattern.compile("smtpbot_follow_up_(diagnosis_)?[0-9]{1,3}");

  /** The Home tab. */
  static final String HOME = "smtpbot_home";

  /** The button of the Home tab that opens the large input. */
  static final String HOME_ASK = "smtpbot_home_ask";

  /** The buttons of the Home tab that ask an example; a number follows. */
  static final String EXAMPLE = "smtpbot_example_";

  /** Each {@link #EXAMPLE}. */
  static final Pattern ANY_EXAMPLE = Pattern.compile("smtpbot_example_[0-9]");

  /** The menus of the Home tab by which a workspace chooses; the name of the setting follows. */
  static final String SETTING = "smtpbot_setting_";

  /** Each {@link #SETTING}. */
  static final Pattern ANY_SETTING = Pattern.compile("smtpbot_setting_[a-z]{1,20}");

  /** The block of buttons; the time stamp of a thread may follow, see {@link Destination}. */
  static final String BUTTONS = "smtpbot_buttons";

  private SlackIds() {}

  /** Whether this is a {@link #FOLLOW_UP_DIAGNOSIS}. */
  static boolean isBelowDiagnosis(String actionId) {
    return actionId.startsWith(FOLLOW_UP_DIAGNOSIS);
  }
}
