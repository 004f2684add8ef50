package io.github.smtpbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.smtpbot.fake.AcceptedSockets;
import io.github.smtpbot.privacy.Markers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A Slack on 127.0.0.1 that real clients talk to over TCP: the methods of the Web API that a bot
 * calls, Socket Mode, files, and {@code response_url}. Each message that comes in is held against
 * {@link SlackRules}.
 */
public final class FakeSlack implements AutoCloseable {

  public static final String BOT_TOKEN = Markers.SLACK_BOT_TOKEN;
  public static final String APP_TOKEN = Markers.SLACK_APP_TOKEN;
  public static final String BOT_USER = "UBOT00001";
  public static final String TEAM = "T00000001";

  /** What several workspaces know the app by. */
  public static final String CLIENT_ID = "111.222";

  public static final String CLIENT_SECRET = Markers.SLACK_CLIENT_SECRET;

  /** Slack takes no more on each other. */
  private static final int MAX_MODALS = 3;

  private static final Duration WAIT = Duration.ofSeconds(10);

  private final MockWebServer server = new MockWebServer();
  private final Workspaces workspaces = new Workspaces();
  private final Set<String> administrators = ConcurrentHashMap.newKeySet();
  private final Map<String, Happening> happenings = new ConcurrentHashMap<>();
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private final BlockingQueue<Acknowledgement> acknowledgements = new LinkedBlockingQueue<>();
  private final BlockingQueue<WebSocket> connections = new LinkedBlockingQueue<>();
  private final Set<WebSocket> open = ConcurrentHashMap.newKeySet();
  private final Map<WebSocket, Socket> sockets = new ConcurrentHashMap<>();
  private final AcceptedSockets accepted = new AcceptedSockets();
  private final Map<String, Integer> limits = new ConcurrentHashMap<>();
  private final Map<String, String> garbled = new ConcurrentHashMap<>();
  private final Map<String, String> refusals = new ConcurrentHashMap<>();
  private final Map<String, Duration> delays = new ConcurrentHashMap<>();
  private final Map<String, String> locales = new ConcurrentHashMap<>();
  private final Map<String, MockResponse> files = new ConcurrentHashMap<>();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final Map<String, byte[]> uploads = new ConcurrentHashMap<>();
  private final Set<String> pictures = ConcurrentHashMap.newKeySet();
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicInteger posted = new AtomicInteger();
  private final AtomicInteger modals = new AtomicInteger();
  private final Map<String, List<JsonObject>> messages = new ConcurrentHashMap<>();
  private final List<Call> everything = new CopyOnWriteArrayList<>();
  private final Set<String> threads = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String scopes;
  private volatile boolean withoutTables;
  private volatile boolean withoutPictures;
  private volatile boolean withoutBlocks;
  private volatile boolean conversationsAreNew;
  private volatile @Nullable Listener listener;
  private volatile @Nullable WebSocket connection;

  /** What a client asked of Slack, by which path. */
  public record Call(String method, JsonObject body, @Nullable String authorization, String path) {}

  /** Hears at once of what comes in, which is then not kept to be awaited. */
  public interface Listener {
    /** A client has connected by Socket Mode. */
    void connected(WebSocket connection);

    /** A connection has ended. */
    void ended(WebSocket connection);

    /** An envelope was acknowledged. */
    void acknowledged(WebSocket connection, JsonObject acknowledgement);

    /** A method was called. */
    void called(Call call);
  }

  /** What a client acknowledged, and by which connection. */
  private record Acknowledgement(WebSocket by, JsonObject body) {}

  public FakeSlack() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            return answer(request);
          }
        });
    server.setServerSocketFactory(accepted);
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  /** The root of the Web API. */
  public String apiUrl() {
    return url("/api/");
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getPort() + path;
  }

  /** From now on a member may decide for the workspace. */
  public void administrator(String userId) {
    administrators.add(userId);
  }

  /** Something happens while a method is called the next time. */
  public interface Happening {
    void happen() throws Exception;
  }

  /** The next time a method is called, this happens before it is answered. */
  public void atOnce(String method, Happening happening) {
    happenings.put(method, happening);
  }

  /** The workspaces that install the app, and their tokens. */
  public Workspaces workspaces() {
    return workspaces;
  }

  /** From now on a method fails with this error; a method of {@code response_url} with 404. */
  public void refuse(String method, String error) {
    refusals.put(method, error);
  }

  /** From now on a method works again. */
  public void accept(String method) {
    refusals.remove(method);
  }

  /** From now on Slack says with each answer that the token has these scopes. */
  public void grant(String granted) {
    scopes = granted;
  }

  /** How many modals lie on each other. */
  public int modals() {
    return modals.get();
  }

  /** A message in a channel, for those who read its history. */
  public void write(String channel, JsonObject message) {
    begun(message);
    messages.computeIfAbsent(channel, key -> new CopyOnWriteArrayList<>()).add(message);
  }

  /** From now on nobody has written to the bot before. */
  public void forgetConversations() {
    conversationsAreNew = true;
  }

  /** From now on messages with a table are refused. */
  public void refuseTables() {
    withoutTables = true;
  }

  /** From now on messages and views with a picture are refused. */
  public void refusePictures() {
    withoutPictures = true;
  }

  /** Of a file that is uploaded from now on, its type is told when it was asked for so often. */
  public void lookSlowly(int times) {
    looks.set(times);
  }

  /** What was uploaded as this file. */
  public byte[] uploaded(String id) {
    return Objects.requireNonNull(uploads.get(id), id);
  }

  /** From now on messages with blocks are refused. */
  public void refuseBlocks() {
    withoutBlocks = true;
  }

  /** The next call of a method is one too many; Slack says to come again after so many seconds. */
  public void limitOnce(String method, int seconds) {
    limits.put(method, seconds);
  }

  /** From now on a method takes this long. */
  public void delay(String method, Duration time) {
    delays.put(method, time);
  }

  /** From now on a method answers with something that is no answer of Slack's. */
  public void garble(String method) {
    garble(method, "<html>welcome</html>");
  }

  /** From now on a method answers with this. */
  public void garble(String method, String body) {
    garbled.put(method, body);
  }

  /** The language that a member has chosen. */
  public void locale(String userId, String tag) {
    locales.put(userId, tag);
  }

  /** Serves a file at {@code /files/name}. */
  public String file(String name, MockResponse response) {
    files.put(name, response);
    return url("/files/" + name);
  }

  public String file(String name, byte[] content) {
    return file(
        name,
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/plain")
            .body(new Buffer().write(content))
            .build());
  }

  /** Waits until a client has connected by Socket Mode once more; that connection is the latest. */
  public void awaitConnection() throws InterruptedException {
    WebSocket next = connections.poll(WAIT.toSeconds(), TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nobody connected");
    }
    connection = next;
  }

  /** The latest connection that was awaited. */
  public WebSocket connection() {
    return Objects.requireNonNull(connection);
  }

  /** From now on somebody listens. */
  public void listen(Listener to) {
    listener = to;
  }

  /** How many connections are open. */
  public int open() {
    return open.size();
  }

  /** Ends a connection without a word, as when the network fails. */
  public void cut(WebSocket webSocket) throws IOException {
    open.remove(webSocket);
    Objects.requireNonNull(sockets.get(webSocket)).close();
  }

  /** Sends an envelope by the latest connection, and waits for its acknowledgement. */
  public JsonObject send(String type, JsonObject payload) throws InterruptedException {
    return send(connection(), type, payload);
  }

  /** Sends an envelope by a connection, and waits for its acknowledgement by the same. */
  public JsonObject send(WebSocket by, String type, JsonObject payload)
      throws InterruptedException {
    return awaitAcknowledgement(by, post(by, type, payload));
  }

  /** Waits for the acknowledgement of an envelope, by the connection that it was sent by. */
  public JsonObject awaitAcknowledgement(WebSocket by, String id) throws InterruptedException {
    Acknowledgement acknowledgement =
        await(
            acknowledgements,
            ack -> ack.by() == by && id.equals(ack.body().get("envelope_id").getAsString()),
            "ack");
    JsonElement payload = acknowledgement.body().get("payload");
    JsonObject answer = payload == null ? new JsonObject() : payload.getAsJsonObject();
    if (answer.has("response_action")
        && answer.get("response_action").getAsString().equals("push")) {
      // On the one that was submitted.
      modals.set(Math.max(1, modals.get()) + 1);
    }
    return answer;
  }

  /**
   * Sends an envelope by a connection.
   *
   * @return its id
   */
  public String post(WebSocket by, String type, JsonObject payload) {
    String id = "envelope-" + posted.incrementAndGet();
    if (!post(by, id, type, payload)) {
      throw new AssertionError("not connected");
    }
    return id;
  }

  /**
   * Sends an envelope of this id by a connection.
   *
   * @return false if it is closed
   */
  public boolean post(WebSocket by, String id, String type, JsonObject payload) {
    JsonObject envelope = new JsonObject();
    envelope.addProperty("type", type);
    envelope.addProperty("envelope_id", id);
    envelope.addProperty("accepts_response_payload", !type.equals("events_api"));
    envelope.add("payload", payload);
    begun(payload);
    return by.send(envelope.toString());
  }

  /** Remembers the threads that somebody has begun. */
  private void begun(JsonElement payload) {
    if (payload instanceof JsonObject object) {
      object
          .entrySet()
          .forEach(
              field -> {
                if (field.getKey().equals("thread_ts")) {
                  threads.add(field.getValue().getAsString());
                }
                begun(field.getValue());
              });
    } else if (payload instanceof JsonArray array) {
      array.forEach(this::begun);
    }
  }

  /** Sends any text to the client that connected last. */
  public void sendRaw(String text) {
    WebSocket to = connection;
    if (to == null || !to.send(text)) {
      throw new AssertionError("not connected");
    }
  }

  /** Asks the client to connect anew, as Slack does every few hours. */
  public void refresh() {
    sendRaw("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
  }

  /** Ends all connections, as when Slack restarts. */
  public void restart() {
    open.forEach(webSocket -> webSocket.close(1012, "service restart"));
  }

  /** Waits for a call of this method. */
  public Call await(String method) throws InterruptedException {
    return await(calls, call -> call.method().equals(method), method);
  }

  /** Waits for a call of this method that takes long. */
  public Call await(String method, Duration patience) throws InterruptedException {
    return await(calls, call -> call.method().equals(method), method, patience);
  }

  /** Waits for a call like this. */
  public Call await(Predicate<Call> wanted) throws InterruptedException {
    return await(calls, wanted, "call");
  }

  /** All that was called so far. */
  public List<Call> everything() {
    return List.copyOf(everything);
  }

  /** How often this method was called, or this file fetched ({@code files/name}). */
  public int calls(String method) {
    return counts.getOrDefault(method, 0);
  }

  @Override
  public void close() {
    open.forEach(webSocket -> webSocket.close(1001, "going away"));
    server.close();
  }

  private static <T> T await(BlockingQueue<T> queue, Predicate<T> wanted, String what)
      throws InterruptedException {
    return await(queue, wanted, what, WAIT);
  }

  private static <T> T await(
      BlockingQueue<T> queue, Predicate<T> wanted, String what, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      T next = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        throw new AssertionError("never came: " + what);
      }
      if (wanted.test(next)) {
        return next;
      }
    }
  }

  private MockResponse answer(RecordedRequest request) throws InterruptedException {
    String path = request.getUrl().encodedPath();
    if (path.equals("/link")) {
      return new MockResponse.Builder()
          .webSocketUpgrade(new Connection(accepted.get(request.getConnectionIndex())))
          .build();
    }
    if (path.startsWith("/files/")) {
      String name = path.substring("/files/".length());
      record(request, "files/" + name, new JsonObject());
      return files.getOrDefault(name, new MockResponse.Builder().code(404).build());
    }
    if (path.startsWith("/upload/")) {
      String id = path.substring("/upload/".length());
      uploads.put(id, Objects.requireNonNull(request.getBody()).toByteArray());
      record(request, "upload", new JsonObject());
      return new MockResponse.Builder()
          .code(refusals.containsKey("upload") ? 500 : 200)
          .body("OK")
          .build();
    }
    if (path.startsWith("/respond/")) {
      JsonObject body = JsonParser.parseString(text(request)).getAsJsonObject();
      SlackRules.checkMessage(body);
      SlackRules.checkPictures(body, pictures);
      record(request, "response_url", body);
      if (refusesBlocks(body)) {
        return new MockResponse.Builder().code(400).body("invalid_blocks").build();
      }
      return new MockResponse.Builder()
          .code(refusals.containsKey("response_url") ? 404 : 200)
          .body("ok")
          .build();
    }
    if (path.startsWith("/api/")) {
      return method(request, path.substring("/api/".length()));
    }
    return new MockResponse.Builder().code(404).build();
  }

  private MockResponse method(RecordedRequest request, String method) {
    JsonObject form = form(text(request));
    if (form.has("blocks") || form.has("text")) {
      SlackRules.checkMessage(form);
    }
    SlackRules.checkPictures(form, pictures);
    if (form.has("view")) {
      JsonObject view = form.getAsJsonObject("view");
      if (method.equals("views.publish")) {
        SlackRules.checkHome(view);
      } else {
        SlackRules.checkView(view);
      }
    }
    switch (method) {
      case "chat.unfurl" -> SlackRules.checkUnfurl(form);
      case "assistant.threads.setSuggestedPrompts" -> SlackRules.checkPrompts(form);
      case "assistant.threads.setStatus" -> SlackRules.checkStatus(form);
      default -> {
        // nothing but a message or a view, if anything
      }
    }
    Happening happening = happenings.remove(method);
    if (happening != null) {
      try {
        happening.happen();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
    // Before anybody may hear of the call.
    String refusal = refusals.get(method);
    boolean tooMany = method.equals("views.push") && modals.get() >= MAX_MODALS;
    if (!tooMany && refusal == null) {
      stack(method);
    }
    String thread = string(form, "thread_ts");
    if (method.equals("chat.postEphemeral") && !thread.isEmpty() && !threads.contains(thread)) {
      // Slack takes it, and shows it to nobody.
      record(request, "shown to nobody", form);
    } else {
      record(request, method, form);
    }
    if (method.equals("chat.postMessage") && !thread.isEmpty()) {
      threads.add(thread);
    }
    Integer seconds = limits.remove(method);
    if (seconds != null) {
      return new MockResponse.Builder()
          .code(429)
          .setHeader("Retry-After", seconds.toString())
          .setHeader("Content-Type", "application/json")
          .body("{\"ok\":false,\"error\":\"ratelimited\"}")
          .build();
    }
    JsonObject answer = new JsonObject();
    String error = refusesBlocks(form) ? "invalid_blocks" : refusal;
    if (error == null) {
      error = workspaces.refuses(method, token(request, form));
    }
    if (tooMany) {
      error = "push_limit_reached";
    }
    answer.addProperty("ok", error == null);
    if (error != null) {
      answer.addProperty("error", error);
    } else {
      fill(answer, method, form);
      workspaces.fill(answer, method, form, token(request, form));
    }
    MockResponse.Builder response =
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/json")
            .body(garbled.getOrDefault(method, answer.toString()));
    String granted = scopes;
    if (granted != null) {
      response.setHeader("x-oauth-scopes", granted);
    }
    Duration delay = delays.get(method);
    if (delay != null) {
      response.headersDelay(delay.toMillis(), TimeUnit.MILLISECONDS);
    }
    return response.build();
  }

  /** By which token a method is called, or as which client. */
  private static String token(RecordedRequest request, JsonObject form) {
    String header = request.getHeaders().get("Authorization");
    return header == null
        ? string(form, "token")
        : header.replace("Bearer ", "").replace("Basic ", "");
  }

  private void stack(String method) {
    if (method.equals("views.open")) {
      modals.set(1);
    } else if (method.equals("views.push")) {
      modals.incrementAndGet();
    }
  }

  private boolean refusesBlocks(JsonObject message) {
    if (message.has("view")) {
      return withoutPictures && Shown.types(message.getAsJsonObject("view")).contains("image");
    }
    return message.has("blocks")
        && !message.getAsJsonArray("blocks").isEmpty()
        && (withoutBlocks
            || (withoutTables && Shown.types(message).contains("table"))
            || (withoutPictures && Shown.types(message).contains("image")));
  }

  private void fill(JsonObject answer, String method, JsonObject form) {
    switch (method) {
      case "auth.test" -> {
        answer.addProperty("user_id", BOT_USER);
        answer.addProperty("bot_id", "B00000001");
        answer.addProperty("team_id", TEAM);
        answer.addProperty("team", "Fake");
        answer.addProperty("user", "smtpbot");
      }
      case "apps.connections.open" ->
          answer.addProperty(
              "url", "ws://127.0.0.1:" + server.getPort() + "/link?ticket=" + Markers.SLACK_TICKET);
      case "users.info" -> {
        JsonObject user = new JsonObject();
        String id = form.get("user").getAsString();
        user.addProperty("id", id);
        String locale = locales.get(id);
        if (locale != null) {
          user.addProperty("locale", locale);
        }
        user.addProperty("is_admin", administrators.contains(id));
        answer.add("user", user);
      }
      case "files.info" -> {
        JsonObject file = new JsonObject();
        String id = form.get("file").getAsString();
        file.addProperty("id", id);
        file.addProperty("name", id + ".eml");
        file.addProperty("url_private", url("/files/" + id));
        if (pictures.contains(id) && looks.getAndDecrement() <= 0) {
          file.addProperty("mimetype", "image/png");
        }
        answer.add("file", file);
      }
      case "files.getUploadURLExternal" -> {
        String id = "FUP" + posted.incrementAndGet();
        answer.addProperty("file_id", id);
        answer.addProperty("upload_url", url("/upload/" + id));
      }
      case "files.completeUploadExternal" -> {
        JsonArray completed = JsonParser.parseString(string(form, "files")).getAsJsonArray();
        for (JsonElement file : completed) {
          String id = file.getAsJsonObject().get("id").getAsString();
          if (!uploads.containsKey(id)) {
            throw new AssertionError("was not uploaded: " + id);
          }
          pictures.add(id);
        }
        answer.add("files", completed);
      }
      case "chat.postMessage" -> {
        answer.addProperty("channel", form.get("channel").getAsString());
        answer.addProperty("ts", "1700000000." + String.format("%06d", posted.incrementAndGet()));
      }
      case "conversations.history" -> answer.add("messages", history(form));
      case "conversations.replies" -> answer.add("messages", replies(form));
      case "views.open", "views.push" ->
          answer.add("view", Payloads.json("{'id':'V" + modals.get() + "','type':'modal'}"));
      default -> {
        // ok is all there is to say
      }
    }
  }

  /** What stands in a channel, the newest first; what stands in threads is left out. */
  private JsonArray history(JsonObject form) {
    String channel = string(form, "channel");
    String latest = string(form, "latest");
    boolean inclusive = isTrue(form, "inclusive");
    JsonArray found = new JsonArray();
    if (channel.startsWith("D") && !conversationsAreNew) {
      found.add(Payloads.json("{'type':'message','text':'hello','ts':'1600000000.000001'}"));
    }
    messages.getOrDefault(channel, List.of()).stream()
        .filter(message -> !message.has("thread_ts") || isBeginning(message))
        .filter(message -> string(message, "ts").compareTo(latest) < (inclusive ? 1 : 0))
        .sorted(Comparator.comparing((JsonObject message) -> string(message, "ts")).reversed())
        .limit(form.get("limit").getAsInt())
        .forEach(found::add);
    return found;
  }

  private static boolean isBeginning(JsonObject message) {
    return message.get("thread_ts").equals(message.get("ts"));
  }

  /** A thread; of a message that nobody has replied to, the message alone. */
  private JsonArray replies(JsonObject form) {
    JsonArray found = new JsonArray();
    messages.getOrDefault(string(form, "channel"), List.of()).stream()
        .filter(message -> string(message, "ts").equals(string(form, "ts")))
        .forEach(found::add);
    return found;
  }

  private static boolean isTrue(JsonObject form, String name) {
    return form.has(name) && List.of("1", "true").contains(string(form, name));
  }

  private static String string(JsonObject object, String name) {
    return object.has(name) ? object.get(name).getAsString() : "";
  }

  private void record(RecordedRequest request, String method, JsonObject body) {
    counts.merge(method, 1, Integer::sum);
    Call call =
        new Call(
            method,
            body,
            request.getHeaders().get("Authorization"),
            request.getUrl().encodedPath());
    Listener to = listener;
    if (to == null) {
      everything.add(call);
      calls.add(call);
    } else {
      to.called(call);
    }
  }

  private static String text(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  private static JsonObject form(String body) {
    JsonObject form = new JsonObject();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
        String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        if (Set.of("blocks", "view", "unfurls", "prompts").contains(name)) {
          form.add(name, JsonParser.parseString(value));
        } else {
          form.addProperty(name, value);
        }
      }
    }
    return form;
  }

  private final class Connection extends WebSocketListener {
    private final Socket socket;

    Connection(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
      sockets.put(webSocket, socket);
      open.add(webSocket);
      webSocket.send("{\"type\":\"hello\",\"num_connections\":1}");
      Listener to = listener;
      if (to == null) {
        connections.add(webSocket);
      } else {
        to.connected(webSocket);
      }
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
      JsonObject acknowledgement = JsonParser.parseString(text).getAsJsonObject();
      Listener to = listener;
      if (to != null) {
        to.acknowledged(webSocket, acknowledgement);
      } else if (acknowledgement.has("envelope_id")) {
        acknowledgements.add(new Acknowledgement(webSocket, acknowledgement));
      }
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
      ended(webSocket);
      webSocket.close(code, reason);
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable t, @Nullable Response response) {
      ended(webSocket);
    }

    private void ended(WebSocket webSocket) {
      open.remove(webSocket);
      Listener to = listener;
      if (to != null) {
        to.ended(webSocket);
      }
    }
  }
}
