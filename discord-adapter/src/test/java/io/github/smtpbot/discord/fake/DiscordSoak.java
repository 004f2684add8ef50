package io.github.smtpbot.discord.fake;

import io.github.smtpbot.measure.Running;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.WebSocket;
import org.jspecify.annotations.Nullable;

/**
 * Asks a bot in a process of its own many things while its connection comes and goes ({@code
 * bin/soak}): half of the disconnections are asked for, as Discord does every few hours, half are a
 * network that fails. What was missed comes again when the session is resumed. Every tenth question
 * is a press of a button. Prints what was lost, what was answered twice or too late for Discord,
 * how long answers took, and what the bot holds at the beginning and at the end.
 */
public final class DiscordSoak implements FakeDiscord.Listener, AutoCloseable {

  private static final int PER_SECOND = 250;
  private static final int UNDER_WAY = 2_000;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  /** Discord forgets what nobody has answered by then. */
  private static final long TOO_LATE = TimeUnit.SECONDS.toNanos(3);

  /** A question, and what became of it. */
  private static final class Asked {
    final long at = System.nanoTime();
    final AtomicInteger answers = new AtomicInteger();
    volatile long answeredAt;
  }

  private final FakeDiscord discord = new FakeDiscord();
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();
  private final Semaphore slots = new Semaphore(UNDER_WAY);
  private final AtomicInteger connections = new AtomicInteger();
  private volatile @Nullable WebSocket connection;

  private DiscordSoak() throws IOException {
    discord.listen(this);
  }

  /**
   * Runs.
   *
   * @param args number of questions, number of disconnections, {@code --}, what follows {@code
   *     java} to start the bot
   */
  public static void main(String[] args) throws Exception {
    int questions = Integer.parseInt(args[0]);
    int disconnections = Integer.parseInt(args[1]);
    try (DiscordSoak soak = new DiscordSoak()) {
      Map<String, String> settings =
          Map.of("DISCORD_API_URL", soak.discord.url(), "DISCORD_TOKEN", FakeDiscord.TOKEN);
      Process bot = Running.java(Arrays.asList(args).subList(3, args.length), settings);
      try {
        soak.run(questions, disconnections, bot);
      } finally {
        Running.end(bot);
      }
    }
  }

  private void run(int questions, int disconnections, Process bot) throws Exception {
    Running.await(bot, () -> connection != null);
    int every = Math.max(1, questions / Math.max(1, disconnections));
    long start = System.nanoTime();
    for (int i = 0; i < questions; i++) {
      long due = start + TimeUnit.SECONDS.toNanos(1) * i / PER_SECOND;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      if (!slots.tryAcquire(PATIENCE, TimeUnit.NANOSECONDS)) {
        System.out.printf("stopped: of %d questions %d wait for an answer%n", i, UNDER_WAY);
        break;
      }
      ask(i);
      if (i % every == every / 2) {
        disconnect(i / every % 2 == 0);
      }
      if (i == questions / 10) {
        System.out.println("after a tenth: " + Running.describe(bot));
      }
    }
    long deadline = System.nanoTime() + PATIENCE;
    while (System.nanoTime() < deadline && asked.values().stream().anyMatch(DiscordSoak::open)) {
      Thread.sleep(100);
    }
    System.out.println("at the end: " + Running.describe(bot));
    print(disconnections, System.nanoTime() - start);
  }

  private void ask(int i) {
    String text = i % 3 == 0 ? "252 501" : "55" + i % 10 + " 5.1.1";
    DataObject question =
        i % 10 == 9
            ? Interactions.inGuild(
                    3, "en-US", Interactions.MAY_WRITE, Interactions.button("smtp:full:1?" + text))
                .put("message", Interactions.message("", Interactions.bot()))
            : Interactions.inGuild(
                2,
                "en-US",
                Interactions.MAY_WRITE,
                Interactions.slash(Interactions.option("question", text)));
    asked.put(question.getString("id"), new Asked());
    discord.send(question);
  }

  private void disconnect(boolean announced) throws IOException {
    WebSocket now = connection;
    if (announced) {
      discord.sendRaw("{\"op\":7,\"d\":null,\"s\":null,\"t\":null}");
    } else if (now != null) {
      discord.cut(now);
    }
  }

  private static boolean open(Asked question) {
    return question.answers.get() == 0;
  }

  @Override
  public void connected(WebSocket newest) {
    connections.incrementAndGet();
    connection = newest;
  }

  @Override
  public void answered(FakeDiscord.Sent answer) {
    String[] path = answer.path().split("/", -1);
    Asked question = path[1].equals("interactions") ? asked.get(path[2]) : null;
    if (question != null && question.answers.incrementAndGet() == 1) {
      question.answeredAt = System.nanoTime();
      slots.release();
    }
  }

  @Override
  public void answeredAgain(String interaction) {
    Asked question = asked.get(interaction);
    if (question != null) {
      question.answers.incrementAndGet();
    }
  }

  private void print(int disconnections, long nanos) {
    long lost = asked.values().stream().filter(DiscordSoak::open).count();
    long twice = asked.values().stream().filter(q -> q.answers.get() > 1).count();
    long[] times =
        asked.values().stream()
            .filter(q -> !open(q))
            .mapToLong(q -> q.answeredAt - q.at)
            .sorted()
            .toArray();
    System.out.printf(
        "%d questions, %d disconnections, %d s, %d connections, of these resumed %d%n",
        asked.size(),
        disconnections,
        TimeUnit.NANOSECONDS.toSeconds(nanos),
        connections.get(),
        discord.resumed.size());
    System.out.printf("lost %d, answered twice %d%n", lost, twice);
    System.out.printf(
        "answered after three seconds, which Discord does not take any more: %d%n",
        Arrays.stream(times).filter(time -> time > TOO_LATE).count());
    System.out.printf(
        "ms to the answer: median %d, p99 %d, longest %d%n",
        at(times, 0.5), at(times, 0.99), at(times, 1));
  }

  private static long at(long[] times, double part) {
    return times.length == 0
        ? -1
        : TimeUnit.NANOSECONDS.toMillis(times[(int) ((times.length - 1) * part)]);
  }

  @Override
  public void close() {
    discord.close();
  }
}
