package io.github.smtpbot.discord;

import io.github.smtpbot.Feedback;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a button does. It stands in the button's custom id, so nothing has to be remembered. */
sealed interface Action {

  /** Begins every custom id of ours, so that a bot's own buttons are told from ours. */
  String PREFIX = "smtp:";

  /** The custom id of the menu of codes to choose from. */
  String CHOOSE = PREFIX + "choose";

  /** The custom id of the modal, and of the button that opens it. */
  String PASTE_ID = PREFIX + "paste";

  /** The custom id of that action; it may be too long for a button. */
  String customId();

  /** Asks a question. */
  record Ask(String question) implements Action {
    private static final String START = PREFIX + "ask:";

    @Override
    public String customId() {
      return START + question;
    }
  }

  /**
   * Posts an answer into the channel.
   *
   * @param token the {@linkplain io.github.smtpbot.answer.Shareable#bareToken bare token} of what
   *     is posted; the words of a reply are read out of the message
   */
  record Post(String token) implements Action {
    private static final String START = PREFIX + "post:";

    @Override
    public String customId() {
      return START + token;
    }
  }

  /**
   * Explains to whoever clicks all that is known.
   *
   * @param token the {@linkplain io.github.smtpbot.answer.Shareable#bareToken bare token} of what
   *     is explained; the words of a reply are read out of the message
   */
  record Full(String token) implements Action {
    private static final String START = PREFIX + "full:";

    @Override
    public String customId() {
      return START + token;
    }
  }

  /**
   * Tells whoever clicks what to do about it.
   *
   * @param token as in {@link Full}
   */
  record Steps(String token) implements Action {
    private static final String START = PREFIX + "steps:";

    @Override
    public String customId() {
      return START + token;
    }
  }

  /**
   * Says whether an explanation was right.
   *
   * @param vote what whoever clicks finds
   * @param ballot the {@linkplain Feedback.Ballot#token token} of what is voted on
   */
  record Vote(Feedback.Vote vote, String ballot) implements Action {
    private static final String RIGHT = PREFIX + "right:";
    private static final String WRONG = PREFIX + "wrong:";

    /** What the ids of both begin with. */
    static final List<String> STARTS = List.of(RIGHT, WRONG);

    @Override
    public String customId() {
      return (vote == Feedback.Vote.RIGHT ? RIGHT : WRONG) + ballot;
    }
  }

  /**
   * Deletes the message, if the one who asked wants that.
   *
   * @param asker the id of that person
   */
  record Delete(String asker) implements Action {
    private static final String START = PREFIX + "delete:";

    @Override
    public String customId() {
      return START + asker;
    }
  }

  /** Opens the modal for a long paste. */
  record Paste() implements Action {
    @Override
    public String customId() {
      return PASTE_ID;
    }
  }

  /** Whether a custom id is one of ours, perhaps of another version. */
  static boolean isOurs(String customId) {
    return customId.startsWith(PREFIX);
  }

  /** The action of a custom id, or null if there is none, see {@link #isOurs}. */
  static @Nullable Action of(String customId) {
    if (customId.startsWith(Ask.START)) {
      return new Ask(customId.substring(Ask.START.length()));
    } else if (customId.startsWith(Post.START)) {
      return new Post(customId.substring(Post.START.length()));
    } else if (customId.startsWith(Full.START)) {
      return new Full(customId.substring(Full.START.length()));
    } else if (customId.startsWith(Steps.START)) {
      return new Steps(customId.substring(Steps.START.length()));
    } else if (customId.startsWith(Vote.RIGHT)) {
      return new Vote(Feedback.Vote.RIGHT, customId.substring(Vote.RIGHT.length()));
    } else if (customId.startsWith(Vote.WRONG)) {
      return new Vote(Feedback.Vote.WRONG, customId.substring(Vote.WRONG.length()));
    } else if (customId.startsWith(Delete.START)) {
      return new Delete(customId.substring(Delete.START.length()));
    } else {
      return customId.equals(PASTE_ID) ? new Paste() : null;
    }
  }
}
