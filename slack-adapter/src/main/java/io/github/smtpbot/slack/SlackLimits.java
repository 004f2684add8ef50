package io.github.smtpbot.slack;

/**
 * The limits that Slack documents for messages, blocks and views. Lengths are in characters (UTF-16
 * units, which are never fewer than what Slack counts).
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Blocks</a>
 * @see <a href="https://docs.slack.dev/reference/block-kit/block-elements">Block elements</a>
 * @see <a href="https://docs.slack.dev/reference/views">Views</a>
 */
final class SlackLimits {

  /** Blocks in a message. */
  static final int MESSAGE_BLOCKS = 50;

  /** Blocks in a modal. */
  static final int VIEW_BLOCKS = 100;

  /**
   * Text in all blocks of a message together. Slack answers {@code msg_blocks_too_long} somewhat
   * above 13 000.
   */
  static final int MESSAGE_TEXT = 12_000;

  /** Text in all blocks of a modal together: Slack documents 250 kB of JSON in all. */
  static final int VIEW_TEXT = 30_000;

  /** What a modal carries for us unseen. */
  static final int PRIVATE_METADATA = 3000;

  /** Rows of a table that we show, its head among them; Slack takes 100. */
  static final int TABLE_ROWS_SHOWN = 11;

  /** Columns of a table that we show; Slack takes 20. */
  static final int TABLE_COLUMNS_SHOWN = 6;

  /** The text of a cell: in all cells together, Slack takes 10 000. */
  static final int TABLE_CELL = 150;

  /** What stands for a picture. */
  static final int ALT_TEXT = 2000;

  /** Options in an overflow menu. */
  static final int OVERFLOW_OPTIONS = 5;

  /** The text beside the blocks, for notifications; above 4000 Slack advises against. */
  static final int FALLBACK_TEXT = 3000;

  /** The text of a header block. */
  static final int HEADER_TEXT = 150;

  /** The text of a section block. */
  static final int SECTION_TEXT = 3000;

  /** Fields in a section block. */
  static final int SECTION_FIELDS = 10;

  /** The text of a field in a section block. */
  static final int FIELD_TEXT = 2000;

  /** The text in one rich text block: not documented, we keep to that of a section. */
  static final int RICH_TEXT = SECTION_TEXT;

  /** Elements in a context block. */
  static final int CONTEXT_ELEMENTS = 10;

  /** The text of an element in a context block. */
  static final int CONTEXT_TEXT = 2000;

  /** Elements in an actions block. */
  static final int ACTIONS_ELEMENTS = 25;

  /** The text of a button. */
  static final int BUTTON_TEXT = 75;

  /** The value of a button. */
  static final int BUTTON_VALUE = 2000;

  /** An {@code action_id}, {@code block_id} or {@code callback_id}. */
  static final int ID = 255;

  /** Options in a select menu. */
  static final int SELECT_OPTIONS = 100;

  /** The text of an option. */
  static final int OPTION_TEXT = 75;

  /** The value of an option. */
  static final int OPTION_VALUE = 150;

  /** The placeholder of an input or a select menu. */
  static final int PLACEHOLDER = 150;

  /** The title of a modal, and the text of its submit and close buttons. */
  static final int VIEW_TITLE = 24;

  /** What a plain text input takes. */
  static final int INPUT_TEXT = 3000;

  /** How many files a file input takes. */
  static final int INPUT_FILES = 10;

  /** The label of an input block. */
  static final int INPUT_LABEL = 2000;

  private SlackLimits() {}
}
