package io.github.smtpbot.spark;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.incident.Incident;
import io.github.smtpbot.incident.LogSummary;
import io.github.smtpbot.incident.Summariser;
import io.github.smtpbot.incident.Teller;
import io.github.smtpbot.incident.Told;
import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.log.format.LogLine;
import io.github.smtpbot.log.reader.LogOptions;
import io.github.smtpbot.log.reader.MailLog;
import io.github.smtpbot.log.source.LogSource;
import io.github.smtpbot.log.wrap.Wrapping;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.Partitioner;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * Tells what Postfix's logs say that are too large for one machine: each part is read as {@code
 * smtpbot log} reads a log, and what the parts say is merged.
 *
 * <p>A line means little without those before it of the same message: they name its sender, and for
 * whom it still waits. So the lines of one message are brought together first, in their order.
 */
public final class MailLogJob {

  /** Where a line goes: which part, and its place among all lines. */
  private static final Comparator<Tuple2<Integer, Long>> ORDER =
      (Comparator<Tuple2<Integer, Long>> & Serializable)
          (one, other) -> Long.compare(one._2(), other._2());

  /** No piece of a log has more lines. */
  private static final int PLACE_BITS = 40;

  private static final String REPEATED = "message repeated ";

  private MailLogJob() {}

  /** One for each worker, made when it is first needed: it is not sent about. */
  private static final class Bot {
    static final SmtpBot BOT = SmtpBot.createUncached();
  }

  /** Prints what the logs say: paths that Spark can read, the oldest first. */
  public static void main(String[] files) {
    if (files.length == 0) {
      throw new IllegalArgumentException("give the paths of logs, the oldest first");
    }
    LogSummary summary;
    SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "mail log");
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      summary = summarise(lines(spark, List.of(files)));
    }
    print(summary, new PrintStream(System.out, true, StandardCharsets.UTF_8));
  }

  /** The lines of all files, in this order. */
  static JavaRDD<String> lines(JavaSparkContext spark, List<String> files) {
    return files.stream().map(spark::textFile).reduce(JavaRDD::union).orElseThrow();
  }

  /** What the log says, whatever pieces it comes in. */
  static LogSummary summarise(JavaRDD<String> lines) {
    int parts = lines.getNumPartitions();
    return merged(
        lines
            .mapPartitionsToPair(piece -> new Placed(piece, parts))
            .repartitionAndSortWithinPartitions(new ByPart(parts), ORDER)
            .values());
  }

  /** What the parts say, each read by itself. */
  static LogSummary merged(JavaRDD<String> parts) {
    return LogSummary.fromBytes(
        parts
            .mapPartitions(lines -> List.of(read(lines).toBytes()).iterator())
            .treeReduce(
                (one, other) ->
                    LogSummary.fromBytes(one).merge(LogSummary.fromBytes(other)).toBytes()));
  }

  /** Reads lines as they come. Workers may be anywhere: times without a zone are in UTC. */
  private static LogSummary read(Iterator<String> lines) {
    Enumeration<InputStream> streams =
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return lines.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return new ByteArrayInputStream((lines.next() + '\n').getBytes(StandardCharsets.UTF_8));
          }
        };
    Summariser summariser = Bot.BOT.summariser();
    LogCount count =
        MailLog.read(
            List.of(LogSource.of("log", new SequenceInputStream(streams))),
            LogOptions.all().withZone(ZoneOffset.UTC),
            summariser);
    return summariser.summary().with(count);
  }

  /**
   * The server and the queue id that Postfix wrote the line for; empty for a line of no message.
   */
  static String message(LogLine line) {
    String text = line.text();
    int start = text.startsWith(REPEATED) ? text.indexOf("[ ") + 2 : 0;
    int end = start;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    boolean named = end > start && text.startsWith(": ", end) && !text.startsWith("NOQUEUE", start);
    return named ? line.host() + '/' + text.substring(start, end) : "";
  }

  /** The lines of a piece with where they go. Those of no message are spread evenly. */
  private static final class Placed implements Iterator<Tuple2<Tuple2<Integer, Long>, String>> {
    private final Iterator<String> lines;
    private final int parts;
    private final Wrapping wrapping = new Wrapping(ZoneOffset.UTC, Instant::now);
    private long place = (long) TaskContext.getPartitionId() << PLACE_BITS;

    Placed(Iterator<String> lines, int parts) {
      this.lines = lines;
      this.parts = parts;
    }

    @Override
    public boolean hasNext() {
      return lines.hasNext();
    }

    @Override
    public Tuple2<Tuple2<Integer, Long>, String> next() {
      String line = lines.next();
      String message = message(wrapping.unwrap(line));
      int part = Math.floorMod((message.isEmpty() ? line : message).hashCode(), parts);
      return new Tuple2<>(new Tuple2<>(part, place++), line);
    }
  }

  private static final class ByPart extends Partitioner {
    private final int parts;

    ByPart(int parts) {
      this.parts = parts;
    }

    @Override
    public int numPartitions() {
      return parts;
    }

    @Override
    public int getPartition(Object key) {
      return (Integer) ((Tuple2<?, ?>) key)._1();
    }
  }

  private static void print(LogSummary summary, PrintStream out) {
    Incident incident =
        Bot.BOT.tell(summary, Teller.USUAL_GROUPS, ZoneOffset.UTC, Locale.getDefault());
    line(incident.headline(), out);
    incident.changes().forEach(change -> line(change.text(), out));
    line(incident.title(), out);
    for (Told group : incident.groups()) {
      line("", out);
      for (String text :
          List.of(group.title(), group.counts(), group.share(), group.seen(), group.reply())) {
        line(text, out);
      }
    }
    line(incident.others(), out);
    incident.notes().forEach(note -> line(note, out));
  }

  /** What was logged must not steer the terminal. */
  private static void line(String text, PrintStream out) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .filter(
            point -> !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT)
        .forEach(safe::appendCodePoint);
    out.println(safe);
  }
}
