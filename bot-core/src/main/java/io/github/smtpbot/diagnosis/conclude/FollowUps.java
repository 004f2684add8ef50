package io.github.smtpbot.diagnosis.conclude;

import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.diagnosis.reply.Reply;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Tells the refusal that decided the fate of a message from those that only follow from it, and
 * from those that the client could do without.
 */
final class FollowUps {

  /** What a client asks to learn what the server can do; it goes on when that is refused. */
  private static final Set<Command> QUESTIONS =
      EnumSet.of(
          Command.EHLO,
          Command.HELO,
          Command.VRFY,
          Command.EXPN,
          Command.HELP,
          Command.NOOP,
          Command.RSET,
          Command.QUIT,
          Command.ETRN);

  /** The commands of a transaction: a refusal of one of them refuses the message. */
  private static final Set<Command> OF_THE_MESSAGE =
      EnumSet.of(Command.MAIL, Command.RCPT, Command.DATA, Command.BDAT, Command.END_OF_DATA);

  private static final int BAD_SEQUENCE = 503;

  private FollowUps() {}

  /**
   * The places in the list of the replies that decided nothing.
   *
   * @param said the cues in the words of each
   */
  static BitSet in(List<Reply> replies, List<Set<ReadingCue>> said) {
    BitSet places = new BitSet();
    boolean decided = false;
    for (int i = 0; i < replies.size(); i++) {
      Reply reply = replies.get(i);
      if (isRefusal(reply)) {
        boolean follows = follows(reply, said.get(i));
        places.set(i, follows && decided);
        decided |= !follows && !isQuestion(reply);
      }
    }
    headlines(replies, said, places);
    boolean refused = false;
    for (int i = replies.size() - 1; i >= 0; i--) {
      Reply reply = replies.get(i);
      if (isRefusal(reply)) {
        places.set(i, places.get(i) || (refused && isQuestion(reply)));
        refused |= reply.command() != null && OF_THE_MESSAGE.contains(reply.command());
      }
    }
    return places;
  }

  /**
   * Marks what stands before the refusals that decided, and only repeats one that follows from
   * them: an exception begins with the reply that came last.
   */
  private static void headlines(List<Reply> replies, List<Set<ReadingCue>> said, BitSet places) {
    int last = places.nextSetBit(0);
    for (int i = 0; i < last; i++) {
      Reply reply = replies.get(i);
      if (isRefusal(reply)
          && follows(reply, said.get(i))
          && reply.codes().equals(replies.get(last).codes())
          && replies.get(last).text().startsWith(reply.text())) {
        places.set(i);
      }
    }
  }

  private static boolean follows(Reply reply, Set<ReadingCue> said) {
    return (reply.code() != null && reply.code().value() == BAD_SEQUENCE)
        || said.contains(ReadingCue.FOLLOW_UPS);
  }

  private static boolean isQuestion(Reply reply) {
    return reply.command() != null && QUESTIONS.contains(reply.command());
  }

  private static boolean isRefusal(Reply reply) {
    return reply.severityDigit() > 3;
  }
}
