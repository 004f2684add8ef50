package io.github.smtpbot.slack;

import org.jspecify.annotations.Nullable;

/**
 * Where an answer may be posted for others to see. It travels in the {@code block_id} of the
 * buttons, because Slack does not send an ephemeral message back when one of its buttons is
 * pressed.
 *
 * @param kind a channel, a thread in it, or nowhere
 * @param threadTs the time stamp of the thread's first message; null unless it is a thread
 */
record Destination(Kind kind, @Nullable String threadTs) {

  enum Kind {
    NOWHERE,
    CHANNEL,
    THREAD
  }

  static final Destination NOWHERE = new Destination(Kind.NOWHERE, null);
  static final Destination CHANNEL = new Destination(Kind.CHANNEL, null);

  private static final String CHANNEL_ID = SlackIds.BUTTONS + "_channel";
  private static final String THREAD_ID = SlackIds.BUTTONS + "_thread_";

  /** The thread that this message begins. */
  static Destination thread(String ts) {
    return new Destination(Kind.THREAD, ts);
  }

  /** Reads what {@link #blockId} wrote; nowhere, if it is anything else. */
  static Destination ofBlockId(@Nullable String blockId) {
    if (blockId == null) {
      return NOWHERE;
    }
    if (blockId.equals(CHANNEL_ID)) {
      return CHANNEL;
    }
    return blockId.startsWith(THREAD_ID) ? thread(blockId.substring(THREAD_ID.length())) : NOWHERE;
  }

  String blockId() {
    return switch (kind) {
      case NOWHERE -> SlackIds.BUTTONS;
      case CHANNEL -> CHANNEL_ID;
      case THREAD -> THREAD_ID + threadTs;
    };
  }
}
