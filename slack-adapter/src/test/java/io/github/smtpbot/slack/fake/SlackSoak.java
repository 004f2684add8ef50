package io.github.smtpbot.slack.fake;

import com.google.gson.JsonObject;
import io.github.smtpbot.measure.Running;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.WebSocket;
import org.jspecify.annotations.Nullable;

/**
 * Asks a bot in a process of its own many things while its connections come and go ({@code
 * bin/soak}): half of the disconnections are announced, as Slack's are every few hours, half are a
 * network that fails. Every tenth question is a direct message, which Slack sends again where
 * nobody acknowledged it; a command is never sent again. Prints what was lost, what was answered
 * twice, how long answers took, and what the bot holds at the beginning and at the end.
 */
public final class SlackSoak implements FakeSlack.Listener, AutoCloseable {

  private static final int PER_SECOND = 250;
  private static final long PATIENCE = Duration.ofSeconds(20).toNanos();
  private static final int UNDER_WAY = 200;

  /** How the connection of a question ended before the question was acknowledged. */
  private enum Unacknowledged {
    NOT,
    /** By the platform, in order, after a warning. */
    CLOSED,
    /** By a network that failed. */
    CUT
  }

  /** A question, and what became of it. */
  private static final class Asked {
    final String id;
    final boolean event;
    final long at = System.nanoTime();
    final AtomicInteger answers = new AtomicInteger();
    final AtomicBoolean underWay = new AtomicBoolean(true);
    volatile long answeredAt;
    volatile boolean acknowledged;
    volatile @Nullable WebSocket by;
    volatile Unacknowledged ended = Unacknowledged.NOT;
    volatile @Nullable JsonObject payload;

    Asked(String id, boolean event) {
      this.id = id;
      this.event = event;
    }
  }

  private final FakeSlack slack = new FakeSlack();
  private final Payloads payloads = new Payloads(slack);
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();
  private final List<WebSocket> connections = new CopyOnWriteArrayList<>();
  private final Set<WebSocket> broken = ConcurrentHashMap.newKeySet();
  private final Semaphore slots = new Semaphore(UNDER_WAY);
  private volatile long measured = System.nanoTime();
  private final Random random = new Random(20261127);

  private SlackSoak() throws IOException {
    slack.listen(this);
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
    try (SlackSoak soak = new SlackSoak()) {
      Map<String, String> settings =
          Map.of(
              "SLACK_API_URL",
              soak.slack.apiUrl(),
              "SLACK_BOT_TOKEN",
              FakeSlack.BOT_TOKEN,
              "SLACK_APP_TOKEN",
              FakeSlack.APP_TOKEN);
      Process bot = Running.java(Arrays.asList(args).subList(3, args.length), settings);
      try {
        soak.run(questions, disconnections, bot);
      } finally {
        Running.end(bot);
      }
    }
  }

  private void run(int questions, int disconnections, Process bot) throws Exception {
    Running.await(bot, () -> !connections.isEmpty());
    int every = Math.max(1, questions / Math.max(1, disconnections));
    long start = System.nanoTime();
    for (int i = 0; i < questions; i++) {
      long due = start + TimeUnit.SECONDS.toNanos(1) * i / PER_SECOND;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      if (!slots.tryAcquire(PATIENCE, TimeUnit.NANOSECONDS) || !ask(i)) {
        System.out.printf("stopped after %d questions: the bot answers no more%n", i);
        break;
      }
      if (i % every == every / 2) {
        disconnect(i / every % 2 == 0);
      }
      if (i == questions / 10) {
        System.out.println("after a tenth: " + Running.describe(bot));
        measured = System.nanoTime();
      }
    }
    long deadline = System.nanoTime() + PATIENCE;
    while (System.nanoTime() < deadline && asked.values().stream().anyMatch(SlackSoak::open)) {
      Thread.sleep(100);
    }
    System.out.println("at the end: " + Running.describe(bot));
    print(disconnections, System.nanoTime() - start);
  }

  /** Whether it could be asked. */
  private boolean ask(int i) throws InterruptedException {
    boolean event = i % 10 == 9;
    // A direct conversation in which something was written before, so that nobody is greeted.
    String id = (event ? "D-" : "C-") + i;
    Asked question = new Asked(id, event);
    String text = i % 3 == 0 ? "252 501" : "55" + i % 10 + " 5.1.1";
    JsonObject payload =
        event ? payloads.written("U" + i % 50, "im", text) : payloads.command("U" + i % 50, text);
    if (event) {
      payload.getAsJsonObject("event").addProperty("channel", id);
    } else {
      payload.addProperty("response_url", slack.url("/respond/" + id));
    }
    question.payload = payload;
    asked.put(id, question);
    return send(question);
  }

  /** By the newest connection that is open; whether there was one within a while. */
  private boolean send(Asked question) throws InterruptedException {
    JsonObject payload = question.payload;
    if (payload == null) {
      // Answered meanwhile.
      return true;
    }
    long deadline = System.nanoTime() + PATIENCE;
    while (System.nanoTime() < deadline) {
      WebSocket by = connections.isEmpty() ? null : connections.get(connections.size() - 1);
      if (by != null) {
        question.by = by;
        if (slack.post(
            by, question.id, question.event ? "events_api" : "slash_commands", payload)) {
          return true;
        }
        connections.remove(by);
      }
      Thread.sleep(5);
    }
    return false;
  }

  private void disconnect(boolean announced) throws Exception {
    if (connections.isEmpty()) {
      return;
    }
    WebSocket old = connections.get(connections.size() - 1);
    if (announced) {
      for (int i = 0; i <= random.nextInt(3); i++) {
        old.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
      }
      Thread closing =
          new Thread(
              () -> {
                try {
                  Thread.sleep(1_000);
                } catch (InterruptedException e) {
                  return;
                }
                lose(old, Unacknowledged.CLOSED);
                old.close(1000, "bye");
              });
      closing.setDaemon(true);
      closing.start();
    } else {
      broken.add(old);
      lose(old, Unacknowledged.CUT);
      slack.cut(old);
      again(old);
    }
  }

  /** What nobody acknowledged on this connection is lost to the platform. */
  private void lose(WebSocket old, Unacknowledged how) {
    connections.remove(old);
    asked.values().stream()
        .filter(question -> question.by == old && !question.acknowledged)
        .forEach(
            question -> {
              question.ended = how;
              if (how == Unacknowledged.CUT && !question.event) {
                // It may never be answered.
                finish(question);
              }
            });
  }

  private void finish(Asked question) {
    if (question.underWay.getAndSet(false)) {
      slots.release();
    }
  }

  /** Slack sends an event again, a command never. */
  private void again(WebSocket old) throws InterruptedException {
    for (Asked question : asked.values()) {
      if (question.event && question.by == old && !question.acknowledged && !send(question)) {
        return;
      }
    }
  }

  private static boolean open(Asked question) {
    return question.answers.get() == 0;
  }

  @Override
  public void connected(WebSocket connection) {
    connections.add(connection);
  }

  @Override
  public void ended(WebSocket connection) {
    connections.remove(connection);
  }

  @Override
  public void acknowledged(WebSocket connection, JsonObject acknowledgement) {
    Asked question = asked.get(acknowledgement.get("envelope_id").getAsString());
    if (question != null && question.by == connection) {
      question.acknowledged = true;
      if (acknowledgement.has("payload")) {
        answered(question);
      }
    }
  }

  @Override
  public void called(FakeSlack.Call call) {
    Asked question = null;
    if (call.method().equals("response_url")) {
      question = asked.get(call.path().substring("/respond/".length()));
    } else if (call.method().equals("chat.postMessage")) {
      question = asked.get(call.body().get("channel").getAsString());
    }
    if (question != null) {
      answered(question);
    }
  }

  private void answered(Asked question) {
    if (question.answers.incrementAndGet() == 1) {
      question.answeredAt = System.nanoTime();
      question.payload = null;
      finish(question);
    }
  }

  private void print(int disconnections, long nanos) {
    long lost = asked.values().stream().filter(SlackSoak::open).count();
    long cut = lostCommands(Unacknowledged.CUT);
    long closed = lostCommands(Unacknowledged.CLOSED);
    List<Asked> twice = asked.values().stream().filter(q -> q.answers.get() > 1).toList();
    long[] times =
        asked.values().stream()
            .filter(q -> !open(q) && q.at >= measured)
            .mapToLong(q -> (q.answeredAt - q.at) / 1_000_000)
            .sorted()
            .toArray();
    System.out.printf(
        "%d questions, %d disconnections, %d s, %d connections opened%n",
        asked.size(),
        disconnections,
        TimeUnit.NANOSECONDS.toSeconds(nanos),
        slack.calls("apps.connections.open"));
    System.out.printf(
        "lost %d: commands that a network cut before they were acknowledged %d, commands that the"
            + " platform closed upon %d, others %d%n",
        lost, cut, closed, lost - cut - closed);
    // Whether an acknowledgement arrived before a network failed, a bot cannot know.
    System.out.printf(
        "answered twice %d, of these on connections that a network cut %d%n",
        twice.size(), twice.stream().filter(q -> broken.contains(q.by)).count());
    System.out.printf(
        "ms to the answer, after the first tenth: median %d, p99 %d, longest %d%n",
        at(times, 0.5), at(times, 0.99), at(times, 1));
  }

  private long lostCommands(Unacknowledged how) {
    return asked.values().stream().filter(q -> open(q) && !q.event && q.ended == how).count();
  }

  private static long at(long[] times, double part) {
    return times.length == 0 ? -1 : times[(int) ((times.length - 1) * part)];
  }

  @Override
  public void close() {
    slack.close();
  }
}
