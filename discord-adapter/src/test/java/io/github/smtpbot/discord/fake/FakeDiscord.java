package io.github.smtpbot.discord.fake;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.fake.AcceptedSockets;
import io.github.smtpbot.privacy.Markers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Discord on 127.0.0.1: its REST interface and its gateway, version 10, as far as a bot of ours
 * meets them. Everything that a bot sends is checked against {@link DiscordRules} as it comes in.
 */
public final class FakeDiscord implements AutoCloseable {

  public static final String TOKEN = Markers.DISCORD_TOKEN;

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern CALLBACK = Pattern.compile("/interactions/(\\d+)/([^/]+)/callback");

  /** So many events are sent again to whoever resumes. */
  private static final int REMEMBERED = 10_000;

  /** So many messages may follow an answer where nobody but the asker has installed the bot. */
  private static final int MAX_FOLLOW_UPS = 5;

  /** Hears of what happens, instead of whoever waits for answers; on any thread. */
  public interface Listener {
    /** A bot is connected and greeted. */
    void connected(WebSocket connection);

    /** A bot has answered something, for the first time. */
    void answered(Sent answer);

    /** A bot has answered something again, which Discord does not take. */
    void answeredAgain(String interaction);
  }

  /** Something that a bot has sent. */
  public record Sent(
      String method, String path, DataObject json, List<DiscordRules.Attached> files) {
    /** The message in it. */
    public DataObject message() {
      return path.endsWith("/callback") ? json.getObject("data") : json;
    }

    public int type() {
      return json.getInt("type");
    }

    public boolean isEphemeral() {
      return (json.optObject("data").orElse(json).getInt("flags", 0) & (1 << 6)) != 0;
    }

    public String text() {
      return DiscordRules.text(message());
    }

    public List<String> customIds() {
      return DiscordRules.components(message()).stream()
          .filter(component -> component.hasKey("custom_id"))
          .map(component -> component.getString("custom_id"))
          .toList();
    }
  }

  public final BlockingQueue<DataObject> identified = new LinkedBlockingQueue<>();
  public final BlockingQueue<DataObject> resumed = new LinkedBlockingQueue<>();
  public final BlockingQueue<Integer> goodbyes = new LinkedBlockingQueue<>();
  public final BlockingQueue<DataArray> registrations = new LinkedBlockingQueue<>();
  public final Queue<String> requests = new ConcurrentLinkedQueue<>();
  public final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
  public final Map<String, MockResponse> files = new ConcurrentHashMap<>();

  private final Map<String, Integer> followUps = new ConcurrentHashMap<>();
  private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
  private final NavigableMap<Integer, String> dispatched = new TreeMap<>();
  private int sequence;
  private volatile @Nullable Listener listener;
  private final BlockingQueue<WebSocket> ready = new LinkedBlockingQueue<>();
  private final AtomicInteger rateLimited = new AtomicInteger();
  private MockWebServer server;
  private int port;
  private volatile DataArray commands = DataArray.empty();
  private volatile boolean refusing;
  private volatile int closeOnIdentify;
  private volatile int pictureRefused;
  private final AtomicInteger picturesRefused = new AtomicInteger();
  private volatile @Nullable WebSocket gateway;
  private final Map<String, Deque<Integer>> failures = new ConcurrentHashMap<>();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final Map<WebSocket, Socket> sockets = new ConcurrentHashMap<>();
  private volatile AcceptedSockets accepted = new AcceptedSockets();
  private final Queue<WebSocket> sessions = new ConcurrentLinkedQueue<>();
  private final AtomicInteger upgradesRefused = new AtomicInteger();
  private final AtomicInteger sessionsUsedUp = new AtomicInteger();
  private volatile Duration callbackDelay = Duration.ZERO;
  private volatile DataObject contexts =
      DataObject.empty().put("0", DataObject.empty()).put("1", DataObject.empty());

  public FakeDiscord() throws IOException {
    port = freePort();
    server = start(port);
  }

  /** A port given by number can be bound again after a restart. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** For an ordinary JDA bot, which does not ask the REST interface where the gateway is. */
  public SessionController sessionController() {
    String url = gatewayUrl();
    return new SessionControllerAdapter() {
      @Override
      public String getGateway() {
        return url;
      }
    };
  }

  private String gatewayUrl() {
    return "ws://127.0.0.1:" + port + "/gateway";
  }

  private MockWebServer start(int port) throws IOException {
    MockWebServer started = new MockWebServer();
    started.setDispatcher(new Rest());
    accepted = new AcceptedSockets();
    started.setServerSocketFactory(accepted);
    started.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    return started;
  }

  /** What the bot has to be given as {@code DISCORD_API_URL}. */
  public String url() {
    return origin() + "/api";
  }

  public String origin() {
    return "http://127.0.0.1:" + port;
  }

  /** From now on it takes so long until Discord says that it has an answer. */
  public void takeAnswersSlowly(Duration delay) {
    callbackDelay = delay;
  }

  /** From now on answers go there and nowhere else. */
  public void listen(Listener heard) {
    listener = heard;
  }

  /** Breaks a connection without a word, as a network does. */
  public void cut(WebSocket connection) throws IOException {
    Objects.requireNonNull(sockets.get(connection)).close();
  }

  /** From now on no token is taken. */
  public void refuseTokens() {
    refusing = true;
  }

  /** From now on the gateway closes with that code instead of greeting. */
  public void closeOnIdentify(int code) {
    closeOnIdentify = code;
  }

  /** The next so many answers are told to come again later. */
  public void rateLimit(int answers) {
    rateLimited.set(answers);
  }

  /** The next so many of these requests, such as {@code GET /gateway/bot}, fail so. */
  public void fail(String request, int status, int times) {
    failures
        .computeIfAbsent(request, any -> new ConcurrentLinkedDeque<>())
        .addAll(Collections.nCopies(times, status));
  }

  /**
   * From now on messages with files are refused.
   *
   * @param error 413, or one of Discord's, such as 50013 for missing permissions; 0 for not any
   *     more
   */
  public void refusePictures(int error) {
    pictureRefused = error;
  }

  /** How many messages with files were refused. */
  public int picturesRefused() {
    return picturesRefused.get();
  }

  /** The next so many who ask are told that no session may be begun for a second. */
  public void useUpSessions(int times) {
    sessionsUsedUp.set(times);
  }

  /** The next so many connections to the gateway are refused. */
  public void refuseUpgrades(int times) {
    upgradesRefused.set(times);
  }

  /** The application may be added only there: 0 to servers, 1 to accounts. */
  public void allow(String context) {
    contexts = DataObject.empty().put(context, DataObject.empty());
  }

  /** Loses all connections and comes back at the same port. */
  public void restart() throws IOException {
    stop();
    comeBack();
  }

  /** Loses all connections; nothing listens at the port. */
  public void stop() {
    server.close();
    ready.clear();
  }

  public void comeBack() throws IOException {
    server = start(port);
  }

  /** Waits until a bot is connected and greeted. */
  public WebSocket awaitReady() throws InterruptedException {
    WebSocket socket = ready.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (socket == null) {
      throw new AssertionError("no bot has connected; requests: " + requests);
    }
    return socket;
  }

  /** Tells the bot what somebody did. */
  public void send(DataObject interaction) {
    dispatch("INTERACTION_CREATE", interaction);
  }

  /** Tells all bots that hold this shard, as Discord does. */
  public void sendToAll(DataObject interaction) {
    synchronized (dispatched) {
      String frame = frame("INTERACTION_CREATE", interaction);
      sessions.forEach(session -> session.send(frame));
    }
  }

  public void dispatch(String event, DataObject data) {
    synchronized (dispatched) {
      Objects.requireNonNull(gateway).send(frame(event, data));
    }
  }

  /** With its number, by which it is sent again to a session that is resumed. */
  private String frame(String event, DataObject data) {
    sequence++;
    String frame =
        DataObject.empty()
            .put("op", 0)
            .put("t", event)
            .put("s", sequence)
            .put("d", data)
            .toString();
    dispatched.put(sequence, frame);
    if (dispatched.size() > REMEMBERED) {
      dispatched.pollFirstEntry();
    }
    return frame;
  }

  /** What the session has missed comes first, as Discord does it. */
  private void resume(WebSocket socket, DataObject resume) {
    resumed.add(resume);
    synchronized (dispatched) {
      gateway = socket;
      dispatched.tailMap(resume.getInt("seq"), false).values().forEach(socket::send);
      dispatch("RESUMED", DataObject.empty());
    }
    connected(socket);
  }

  private void connected(WebSocket socket) {
    Listener heard = listener;
    if (heard == null) {
      ready.add(socket);
    } else {
      heard.connected(socket);
    }
  }

  private void answered(Sent answer) {
    Listener heard = listener;
    if (heard == null) {
      sent.add(answer);
    } else {
      heard.answered(answer);
    }
  }

  public void sendRaw(String json) {
    Objects.requireNonNull(gateway).send(json);
  }

  /** Waits for the bot's answer. */
  public Sent awaitAnswer() throws InterruptedException {
    return awaitAnswer(any -> true);
  }

  public Sent awaitAnswer(Predicate<Sent> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Sent next = sent.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertUnbroken();
      if (next == null) {
        throw new AssertionError("no answer came; requests: " + requests);
      }
      if (wanted.test(next)) {
        return next;
      }
    }
  }

  /** Sends what somebody did and waits for the answer. */
  public Sent ask(DataObject interaction) throws InterruptedException {
    send(interaction);
    // An earlier answer comes again if the connection broke before we could take it.
    String path = "/interactions/" + interaction.getString("id") + "/";
    return awaitAnswer(answer -> answer.path().startsWith(path));
  }

  /** Waits until a request has come that often. */
  public void awaitRequest(String request, int times) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (requests.stream().filter(request::equals).count() < times) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no " + request + " in " + requests);
      }
      Thread.sleep(10);
    }
  }

  /** Keeps one command less than was registered. */
  public void forgetACommand() {
    DataArray fewer = DataArray.fromJson(commands.toString());
    fewer.remove(0);
    commands = fewer;
  }

  public boolean hasMoreAnswers() {
    return !sent.isEmpty();
  }

  public void assertUnbroken() {
    for (Throwable rule : broken) {
      throw new AssertionError("a rule of Discord's was broken", rule);
    }
  }

  @Override
  public void close() {
    server.close();
    assertUnbroken();
  }

  /** Answers requests. */
  private final class Rest extends Dispatcher {

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      String path = request.getUrl().encodedPath();
      requests.add(request.getMethod() + " " + path);
      if (files.containsKey(path)) {
        return files.get(path);
      }
      Integer status = failure(request.getMethod() + " " + path.replaceFirst("^/api/v10", ""));
      if (status != null) {
        // Discord's error codes have five digits; of those, it is one.
        return status > 1000 ? error(400, status) : error(status, 0);
      }
      if (path.equals("/gateway") && upgradesRefused.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        return error(503, 0);
      }
      if (path.equals("/gateway")) {
        return new MockResponse.Builder()
            .webSocketUpgrade(new Gateway(accepted.get(request.getConnectionIndex())))
            .build();
      }
      if (!path.startsWith("/api/v10/")) {
        return error(404, 0);
      }
      try {
        return rest(request, path.substring("/api/v10".length()));
      } catch (Throwable rule) {
        broken.add(rule);
        return error(400, 50035);
      }
    }

    private @Nullable Integer failure(String request) {
      return failures.entrySet().stream()
          .filter(entry -> request.startsWith(entry.getKey()))
          .map(entry -> entry.getValue().poll())
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }

    private MockResponse rest(RecordedRequest request, String path) throws IOException {
      boolean authorized = ("Bot " + TOKEN).equals(request.getHeaders().get("authorization"));
      Matcher callback = CALLBACK.matcher(path);
      if (callback.matches()) {
        if (rateLimited.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
          return rateLimit();
        }
        Body body = body(request);
        DataObject json = body.json();
        DiscordRules.checkCallback(json, body.files());
        if (!answered.add(callback.group(1))) {
          Listener heard = listener;
          if (heard != null) {
            heard.answeredAgain(callback.group(1));
          }
          return error(400, 40060);
        }
        answered(new Sent("POST", path, json, body.files()));
        return new MockResponse.Builder()
            .code(204)
            .headersDelay(callbackDelay.toMillis(), TimeUnit.MILLISECONDS)
            .build();
      }
      if (path.startsWith("/webhooks/" + Interactions.APPLICATION + "/")) {
        Body body = request.getMethod().equals("DELETE") ? Body.EMPTY : body(request);
        if (!request.getMethod().equals("DELETE")) {
          DiscordRules.checkMessage(body.json(), body.files());
        }
        int refused = pictureRefused;
        if (refused != 0 && !body.files().isEmpty()) {
          picturesRefused.incrementAndGet();
          return refused == 413 ? error(413, 40005) : error(403, refused);
        }
        if (request.getMethod().equals("POST")) {
          int more = followUps.merge(path, 1, Integer::sum);
          assertTrue(more <= MAX_FOLLOW_UPS, more + " messages after an answer");
        }
        answered(new Sent(request.getMethod(), path, body.json(), body.files()));
        return request.getMethod().equals("DELETE")
            ? new MockResponse.Builder().code(204).build()
            : json(Interactions.message("", Interactions.bot()));
      }
      if (refusing || !authorized) {
        return error(401, 0);
      }
      if (path.equals("/gateway/bot")) {
        boolean usedUp = sessionsUsedUp.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        return json(
            DataObject.empty()
                .put("url", gatewayUrl())
                .put("shards", 1)
                .put(
                    "session_start_limit",
                    DataObject.empty()
                        .put("total", 1000)
                        .put("remaining", usedUp ? 0 : 999)
                        .put("reset_after", usedUp ? 1000 : 0)
                        .put("max_concurrency", 16)));
      }
      if (path.equals("/applications/@me")) {
        return json(
            DataObject.empty()
                .put("id", Interactions.APPLICATION)
                .put("name", "smtpbot")
                .put("integration_types_config", contexts));
      }
      if (path.equals("/users/@me")) {
        return json(Interactions.bot());
      }
      if (path.equals("/applications/" + Interactions.APPLICATION + "/commands")) {
        if (request.getMethod().equals("PUT")) {
          DataArray registered = DataArray.fromJson(text(request));
          DiscordRules.checkCommands(registered);
          commands = asDiscordKeepsThem(registered);
          registrations.add(registered);
        }
        return json(commands.toString());
      }
      return error(404, 0);
    }
  }

  /** Discord leaves out what is false or empty, and adds fields of its own. */
  private static DataArray asDiscordKeepsThem(DataArray registered) {
    DataArray kept = DataArray.empty();
    registered.stream(DataArray::getObject)
        .forEach(
            command -> {
              DataObject copy = DataObject.fromJson(command.toJson());
              copy.optArray("options")
                  .ifPresent(
                      options ->
                          options.stream(DataArray::getObject)
                              .forEach(FakeDiscord::removeDefaults));
              if (copy.getArray("options").isEmpty()) {
                copy.remove("options");
              }
              kept.add(
                  copy.put("id", Interactions.newId())
                      .put("application_id", Interactions.APPLICATION)
                      .put("version", Interactions.newId())
                      .put("dm_permission", true)
                      .put("description", copy.getString("description", ""))
                      .put("nsfw", false));
            });
    return kept;
  }

  private static void removeDefaults(DataObject option) {
    for (String field : List.of("required", "autocomplete")) {
      if (!option.getBoolean(field, false)) {
        option.remove(field);
      }
    }
    for (String field : List.of("choices")) {
      if (option.optArray(field).map(DataArray::isEmpty).orElse(true)) {
        option.remove(field);
      }
    }
  }

  private static String text(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  /** What a request holds. */
  private record Body(DataObject json, List<DiscordRules.Attached> files) {
    static final Body EMPTY = new Body(DataObject.empty(), List.of());
  }

  /** JSON alone, or beside files. */
  private static Body body(RecordedRequest request) throws IOException {
    MediaType type = MediaType.parse(Objects.toString(request.getHeaders().get("content-type")));
    String boundary = type == null ? null : type.parameter("boundary");
    if (boundary == null) {
      return new Body(DataObject.fromJson(text(request)), List.of());
    }
    DataObject json = DataObject.empty();
    List<DiscordRules.Attached> files = new ArrayList<>();
    Buffer body = new Buffer().write(Objects.requireNonNull(request.getBody()));
    try (MultipartReader parts = new MultipartReader(body, boundary)) {
      for (MultipartReader.Part part = parts.nextPart(); part != null; part = parts.nextPart()) {
        String head = Objects.toString(part.headers().get("content-disposition"));
        String name = quoted(head, "; name=\"");
        if (name.equals("payload_json")) {
          json = DataObject.fromJson(part.body().readUtf8());
        } else {
          files.add(
              new DiscordRules.Attached(
                  name, quoted(head, "; filename=\""), part.body().readByteString()));
        }
      }
    }
    return new Body(json, files);
  }

  private static String quoted(String header, String before) {
    int start = header.indexOf(before) + before.length();
    return header.substring(start, header.indexOf('"', start));
  }

  private static MockResponse json(DataObject body) {
    return json(body.toString());
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .code(200)
        .setHeader("content-type", "application/json")
        .body(body)
        .build();
  }

  private static MockResponse error(int status, int code) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("content-type", "application/json")
        .body("{\"code\":" + code + ",\"message\":\"" + status + "\"}")
        .build();
  }

  private static MockResponse rateLimit() {
    return new MockResponse.Builder()
        .code(429)
        .setHeader("content-type", "application/json")
        .setHeader("via", "1.1 google")
        .setHeader("retry-after", "1")
        .setHeader("x-ratelimit-scope", "user")
        .setHeader("x-ratelimit-limit", "1")
        .setHeader("x-ratelimit-remaining", "0")
        .setHeader("x-ratelimit-reset-after", "0.2")
        .setHeader("x-ratelimit-bucket", "interactions")
        .body("{\"message\":\"slow down\",\"retry_after\":0.2,\"global\":false}")
        .build();
  }

  /** One connection of a bot. */
  private final class Gateway extends WebSocketListener {

    private final Socket accepted;

    Gateway(Socket accepted) {
      this.accepted = accepted;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      sockets.put(socket, accepted);
      socket.send("{\"op\":10,\"d\":{\"heartbeat_interval\":41250},\"s\":null,\"t\":null}");
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      DataObject frame = DataObject.fromJson(text);
      switch (frame.getInt("op")) {
        case 1 -> socket.send("{\"op\":11,\"d\":null,\"s\":null,\"t\":null}");
        case 2 -> identify(socket, frame.getObject("d"));
        case 6 -> resume(socket, frame.getObject("d"));
        default -> {}
      }
    }

    private void identify(WebSocket socket, DataObject identify) {
      identified.add(identify);
      if (closeOnIdentify != 0 || !identify.getString("token").equals(TOKEN)) {
        socket.close(closeOnIdentify == 0 ? 4004 : closeOnIdentify, "no");
        return;
      }
      // Shards connect at once: each is to hear that it is ready itself.
      synchronized (dispatched) {
        gateway = socket;
        sessions.add(socket);
        FakeDiscord.this.dispatch(
            "READY",
            DataObject.empty()
                .put("v", 10)
                .put("user", Interactions.bot())
                .put("guilds", DataArray.empty())
                .put("private_channels", DataArray.empty())
                .put("session_id", "session-" + Interactions.newId())
                .put("resume_gateway_url", gatewayUrl())
                .put(
                    "application",
                    DataObject.empty().put("id", Interactions.APPLICATION).put("flags", 0)));
      }
      connected(socket);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      goodbyes.add(code);
      socket.close(code, reason);
    }
  }
}
