package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Masked;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.answer.Shareable.Found;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.log.Delivery;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The failures of one kind, as they are counted. */
final class Group {

  /** What stands for a time that is not told. */
  static final long NO_TIME = Long.MAX_VALUE;

  private static final int LONGEST_WORD = 100;

  /** A domain that many failures are of is known, however many others there are. */
  private static final int SOME_DOMAINS = 256;

  /** So is a host or a sender that nearly all of them are of. */
  private static final int FEW_NAMES = 64;

  final GroupKey key;

  /** What was found in the reply that is shown. */
  Found found;

  Masked reply;

  /** Where the reply that is to be shown stands, until it is settled. */
  private @Nullable Delivery shown;

  private long replyTime;
  private long replyHash;
  long first = NO_TIME;
  long last = NO_TIME;
  long attempts;

  /** Those whose messages the log does not tell apart. */
  long nameless;

  /** Those whose provider is told by nothing but the words of the reply. */
  long byWords;

  final Distinct messages;
  final Distinct recipients;
  final Distinct domains;

  /** Attempts by domain, as far as a few of them may be most. */
  final TopList byDomain;

  /** Attempts by the host that answered, or was to. */
  final TopList byHost;

  /** Attempts by the sender, masked with what tells it from others. */
  final TopList bySender;

  Group(GroupKey key, Found found) {
    this(
        key,
        found,
        new Masked(""),
        new Distinct(),
        new Distinct(),
        new Distinct(),
        new TopList(SOME_DOMAINS),
        new TopList(FEW_NAMES),
        new TopList(FEW_NAMES));
    replyTime = NO_TIME;
    replyHash = Long.MAX_VALUE;
  }

  private Group(
      GroupKey key,
      Found found,
      Masked reply,
      Distinct messages,
      Distinct recipients,
      Distinct domains,
      TopList byDomain,
      TopList byHost,
      TopList bySender) {
    this.key = key;
    this.found = found;
    this.reply = reply;
    this.messages = messages;
    this.recipients = recipients;
    this.domains = domains;
    this.byDomain = byDomain;
    this.byHost = byHost;
    this.bySender = bySender;
  }

  /** Takes the time of one more attempt, in milliseconds. */
  void seen(long from, long to) {
    first = Math.min(first, from);
    last = last == NO_TIME || to == NO_TIME ? Math.min(last, to) : Math.max(last, to);
  }

  /**
   * Takes the reply that is to be shown for the group: that of the first delivery, whatever the
   * order; of several at the same time, one that depends on nothing but themselves.
   */
  void show(long time, Delivery delivery) {
    if (time > replyTime) {
      return;
    }
    long hash =
        Hashes.of(
            Hashes.of(delivery.reply()),
            Hashes.of(Hashes.of(delivery.host()), Hashes.of(delivery.recipient())));
    if (time < replyTime || hash < replyHash) {
      replyTime = time;
      replyHash = hash;
      shown = delivery;
    }
  }

  /** Keeps of the reply that is to be shown only what may be shown of it. */
  void settle(Replies replies) {
    Delivery delivery = shown;
    if (delivery != null) {
      found = replies.found(delivery);
      String recipient = delivery.recipient();
      reply =
          Masked.of(
              Replies.cut(delivery.reply(), Replies.LONGEST),
              recipient.indexOf('@') < 0 ? null : recipient);
      shown = null;
    }
  }

  void addAll(Group other) {
    seen(other.first, other.last);
    attempts += other.attempts;
    nameless += other.nameless;
    byWords += other.byWords;
    messages.addAll(other.messages);
    recipients.addAll(other.recipients);
    domains.addAll(other.domains);
    byDomain.addAll(other.byDomain);
    byHost.addAll(other.byHost);
    bySender.addAll(other.bySender);
    if (other.replyTime < replyTime
        || (other.replyTime == replyTime && other.replyHash < replyHash)) {
      replyTime = other.replyTime;
      replyHash = other.replyHash;
      reply = other.reply;
      found = other.found;
    }
  }

  Group copy() {
    Group copy =
        new Group(
            key,
            found,
            reply,
            messages.copy(),
            recipients.copy(),
            domains.copy(),
            byDomain.copy(),
            byHost.copy(),
            bySender.copy());
    copy.replyTime = replyTime;
    copy.replyHash = replyHash;
    copy.first = first;
    copy.last = last;
    copy.attempts = attempts;
    copy.nameless = nameless;
    copy.byWords = byWords;
    return copy;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeBoolean(key.ours());
    out.writeUTF(key.cause().label());
    out.writeUTF(key.provider());
    out.writeUTF(key.codes());
    out.writeBoolean(key.permanent());
    out.writeUTF(found.token());
    out.writeUTF(reply.marked());
    out.writeLong(replyTime);
    out.writeLong(replyHash);
    out.writeLong(first);
    out.writeLong(last);
    out.writeLong(attempts);
    out.writeLong(nameless);
    out.writeLong(byWords);
    messages.write(out);
    recipients.write(out);
    domains.write(out);
    byDomain.write(out);
    byHost.write(out);
    bySender.write(out);
  }

  static Group read(DataInputStream in) throws IOException {
    GroupKey key =
        new GroupKey(
            in.readBoolean(),
            Limits.cause(in.readUTF()),
            Limits.word(in.readUTF(), LONGEST_WORD),
            Limits.word(in.readUTF(), LONGEST_WORD),
            in.readBoolean());
    Found found =
        Shareable.ofToken(in.readUTF())
            .filter(Found.class::isInstance)
            .map(Found.class::cast)
            .orElseThrow(() -> new IOException("no summary: a finding of another version"));
    Masked reply = new Masked(Limits.word(in.readUTF(), Masked.MOST + 1));
    long replyTime = Limits.millis(in);
    long replyHash = in.readLong();
    long first = Limits.millis(in);
    long last = Limits.millis(in);
    long attempts = Limits.amount(in);
    long nameless = Limits.amount(in);
    long byWords = Limits.amount(in);
    Group read =
        new Group(
            key,
            found,
            reply,
            Distinct.read(in),
            Distinct.read(in),
            Distinct.read(in),
            TopList.read(in, SOME_DOMAINS),
            TopList.read(in, FEW_NAMES),
            TopList.read(in, FEW_NAMES));
    read.replyTime = replyTime;
    read.replyHash = replyHash;
    read.first = first;
    read.last = last;
    read.attempts = attempts;
    read.nameless = nameless;
    read.byWords = byWords;
    return read;
  }

  /** What is common to all that {@link GroupKey#further} stands for: nothing. */
  static boolean isFurther(GroupKey key) {
    return key.cause() == Cause.OTHER && key.provider().isEmpty() && key.codes().isEmpty();
  }
}
