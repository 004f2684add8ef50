package io.github.smtpbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What Slack sends when people do something; the forms are those of Slack's documentation. */
public final class Payloads {

  public static final String USER = "U0000ASKER";
  public static final String CHANNEL = "C000000001";

  private static final AtomicInteger TRIGGERS = new AtomicInteger();

  private final FakeSlack slack;
  private final AtomicInteger events = new AtomicInteger();

  public Payloads(FakeSlack slack) {
    this.slack = slack;
  }

  /** Somebody types {@code /smtp}. */
  public JsonObject command(String user, String text) {
    JsonObject payload = new JsonObject();
    commandFields(user, text).forEach(payload::addProperty);
    return payload;
  }

  /** The same as the fields of a form. */
  public Map<String, String> commandFields(String user, String text) {
    return Map.of(
        "token",
        "verification",
        "team_id",
        FakeSlack.TEAM,
        "team_domain",
        "fake",
        "channel_id",
        CHANNEL,
        "channel_name",
        "mail",
        "user_id",
        user,
        "command",
        "/smtp",
        "text",
        text,
        "response_url",
        slack.url("/respond/command"),
        "trigger_id",
        trigger());
  }

  /** Somebody presses a button of a message that they alone see. */
  public JsonObject pressed(String user, JsonObject actions, JsonObject element) {
    return interaction(user, actions, element, null);
  }

  /** Somebody presses a button of a message that all see; Slack sends the message along. */
  public JsonObject pressedInPublic(String user, JsonObject message, JsonObject element) {
    return interaction(user, Shown.actions(message, element), element, message);
  }

  /** An event of a workspace that is about the app itself, such as that it was uninstalled. */
  public JsonObject ofApp(@Nullable String team, @Nullable String enterprise, JsonObject event) {
    JsonObject payload =
        json("{'type':'event_callback','token':'verification','api_app_id':'A1','event_time':0}");
    payload.addProperty("team_id", team);
    payload.addProperty("event_time", System.currentTimeMillis() / 1000);
    payload.addProperty("event_id", "EvApp" + events.incrementAndGet());
    if (enterprise != null) {
      payload.addProperty("enterprise_id", enterprise);
    }
    payload.add("event", event);
    return payload;
  }

  private JsonObject interaction(
      String user, JsonObject actions, JsonObject element, @Nullable JsonObject seen) {
    JsonObject payload = by("block_actions", user);
    JsonObject container = json("{'type':'message','message_ts':'1700000000.000001'}");
    container.addProperty("channel_id", CHANNEL);
    container.addProperty("is_ephemeral", seen == null);
    payload.add("container", container);
    payload.add("channel", json("{'id':'" + CHANNEL + "','name':'mail'}"));
    if (seen != null) {
      JsonObject message = json("{'type':'message','text':'','ts':'1700000000.000001'}");
      message.add("blocks", seen.get("blocks"));
      payload.add("message", message);
    }
    payload.addProperty("response_url", slack.url("/respond/action"));
    payload.add("actions", action(actions, element));
    return payload;
  }

  /** Somebody presses a button in a modal, which Slack sends along. */
  public JsonObject pressedInView(String user, JsonObject view, JsonObject element) {
    JsonObject payload = by("block_actions", user);
    JsonObject open = open(view);
    payload.add("container", json("{'type':'view','view_id':" + open.get("id") + "}"));
    payload.add("view", open);
    payload.add("actions", action(Shown.actions(view, element), element));
    return payload;
  }

  /** The modal on top. */
  private JsonObject open(JsonObject view) {
    int depth = Math.max(1, slack.modals());
    JsonObject open = view.deepCopy();
    open.addProperty("id", "V" + depth);
    open.addProperty("root_view_id", "V1");
    if (depth > 1) {
      open.addProperty("previous_view_id", "V" + (depth - 1));
    }
    return open;
  }

  /** Somebody chooses a conversation in a modal that asks for one, and submits it. */
  public JsonObject chosen(String user, JsonObject view, String channel) {
    JsonObject payload = by("view_submission", user);
    JsonObject input =
        view.getAsJsonArray("blocks").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(block -> block.get("type").getAsString().equals("input"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("nothing to choose in " + view));
    String block = input.get("block_id").getAsString();
    JsonObject element = input.getAsJsonObject("element");
    String action = element.get("action_id").getAsString();
    JsonObject value = json("{'type':'conversations_select'}");
    value.addProperty("selected_conversation", channel);
    JsonObject actions = new JsonObject();
    actions.add(action, value);
    JsonObject values = new JsonObject();
    values.add(block, actions);
    JsonObject state = new JsonObject();
    state.add("values", values);
    JsonObject open = open(view);
    open.add("state", state);
    payload.add("view", open);
    JsonArray urls = new JsonArray();
    if (element.has("response_url_enabled")) {
      JsonObject url = new JsonObject();
      url.addProperty("block_id", block);
      url.addProperty("action_id", action);
      url.addProperty("channel_id", channel);
      url.addProperty("response_url", slack.url("/respond/chosen"));
      urls.add(url);
    }
    payload.add("response_urls", urls);
    return payload;
  }

  /** Somebody chooses a shortcut of a message. */
  public JsonObject messageShortcut(String user, JsonObject message) {
    JsonObject payload = by("message_action", user);
    payload.addProperty("callback_id", "smtpbot_explain_message");
    payload.addProperty("message_ts", message.get("ts").getAsString());
    payload.addProperty("response_url", slack.url("/respond/shortcut"));
    payload.add("channel", json("{'id':'" + CHANNEL + "','name':'mail'}"));
    payload.add("message", message);
    return payload;
  }

  /** Somebody chooses the global shortcut. */
  public JsonObject globalShortcut(String user) {
    JsonObject payload = by("shortcut", user);
    payload.addProperty("callback_id", "smtpbot_ask");
    return payload;
  }

  /** Somebody submits the modal. */
  public JsonObject submission(String user, @Nullable String text, JsonObject... files) {
    JsonObject payload = by("view_submission", user);
    JsonObject view = json("{'id':'V1','type':'modal','callback_id':'smtpbot_ask_view'}");
    JsonObject values =
        json(
            "{'smtpbot_ask_text':{'smtpbot_ask_text':{'type':'plain_text_input'}},"
                + "'smtpbot_ask_file':{'smtpbot_ask_file':{'type':'file_input','files':[]}}}");
    if (text != null) {
      values
          .getAsJsonObject("smtpbot_ask_text")
          .getAsJsonObject("smtpbot_ask_text")
          .addProperty("value", text);
    }
    for (JsonObject file : files) {
      values
          .getAsJsonObject("smtpbot_ask_file")
          .getAsJsonObject("smtpbot_ask_file")
          .getAsJsonArray("files")
          .add(file);
    }
    JsonObject state = new JsonObject();
    state.add("values", values);
    view.add("state", state);
    payload.add("view", view);
    return payload;
  }

  /** A message in a channel. */
  public static JsonObject message(String text) {
    JsonObject message = json("{'type':'message','user':'U0000OTHER','ts':'1699999999.000100'}");
    message.addProperty("text", text);
    return message;
  }

  /** A file attached to a message. */
  public static JsonObject file(String name, String url, long size) {
    JsonObject file = json("{'id':'F0001','mimetype':'text/plain'}");
    file.addProperty("name", name);
    file.addProperty("size", size);
    file.addProperty("url_private", url);
    return file;
  }

  public static JsonObject withFiles(JsonObject message, JsonObject... files) {
    JsonArray all = new JsonArray();
    for (JsonObject file : files) {
      all.add(file);
    }
    message.add("files", all);
    return message;
  }

  /** Somebody mentions the bot. */
  public JsonObject mention(String user, String text) {
    JsonObject event = json("{'type':'app_mention','ts':'1699999999.000200','event_ts':'1'}");
    event.addProperty("user", user);
    event.addProperty("channel", CHANNEL);
    event.addProperty("text", "<@" + FakeSlack.BOT_USER + "> " + text);
    return event(event);
  }

  /** Somebody writes in a channel of this type: {@code im}, {@code channel} … */
  public JsonObject written(String user, String type, String text, JsonObject... files) {
    JsonObject event = json("{'type':'message','ts':'1699999999.000300','event_ts':'1'}");
    event.addProperty("user", user);
    event.addProperty("channel", type.equals("im") ? "D000000001" : CHANNEL);
    event.addProperty("channel_type", type);
    event.addProperty("text", text);
    if (files.length > 0) {
      event.addProperty("subtype", "file_share");
      withFiles(event, files);
    }
    return event(event);
  }

  /** Somebody edits a message that mentions the bot. */
  public JsonObject editedMention(String user, String text) {
    JsonObject mention = mention(user, text);
    JsonObject edited = json("{'ts':'1700000001.000001'}");
    edited.addProperty("user", user);
    mention.getAsJsonObject("event").add("edited", edited);
    return mention;
  }

  /** Somebody edits what they wrote, at this time. */
  public JsonObject edited(String user, String type, String text, String at) {
    JsonObject written = written(user, type, text).getAsJsonObject("event");
    JsonObject edited = new JsonObject();
    edited.addProperty("user", user);
    edited.addProperty("ts", at);
    JsonObject message = new JsonObject();
    for (String field : new String[] {"type", "user", "text", "ts"}) {
      message.add(field, written.get(field));
    }
    message.add("edited", edited);
    JsonObject event = json("{'type':'message','subtype':'message_changed','hidden':true}");
    event.add("message", message);
    event.add("channel", written.get("channel"));
    event.addProperty("channel_type", type);
    event.addProperty("ts", at);
    event.addProperty("event_ts", at);
    return event(event);
  }

  /** Somebody mentions the bot in a thread. */
  public JsonObject mentionInThread(String user, String text, String threadTs) {
    JsonObject mention = mention(user, text);
    mention.getAsJsonObject("event").addProperty("thread_ts", threadTs);
    return mention;
  }

  /** Somebody opens a tab of the App Home: {@code home} or {@code messages}. */
  public JsonObject homeOpened(String user, String tab) {
    JsonObject event = json("{'type':'app_home_opened','channel':'D000000001','event_ts':'1'}");
    event.addProperty("user", user);
    event.addProperty("tab", tab);
    return event(event);
  }

  /** Somebody reacts to a message, which somebody else wrote. */
  public JsonObject reaction(String user, String emoji, String ts, String author) {
    JsonObject event = json("{'type':'reaction_added','event_ts':'1'}");
    event.addProperty("user", user);
    event.addProperty("reaction", emoji);
    event.addProperty("item_user", author);
    JsonObject item = json("{'type':'message'}");
    item.addProperty("channel", CHANNEL);
    item.addProperty("ts", ts);
    event.add("item", item);
    return event(event);
  }

  /** Somebody opens the agent view. */
  public JsonObject agentOpened(String user, String threadTs) {
    JsonObject thread = json("{'channel_id':'D000000001','context':{'channel_id':'C1'}}");
    thread.addProperty("user_id", user);
    thread.addProperty("thread_ts", threadTs);
    JsonObject event = json("{'type':'assistant_thread_started','event_ts':'1'}");
    event.add("assistant_thread", thread);
    return event(event);
  }

  /** Somebody writes in a thread of the agent view, or of a direct conversation. */
  public JsonObject writtenInThread(
      String user, String threadTs, String text, JsonObject... files) {
    JsonObject written = written(user, "im", text, files);
    written.getAsJsonObject("event").addProperty("thread_ts", threadTs);
    return written;
  }

  /** Somebody posts links. */
  public JsonObject linksShared(String user, String... links) {
    JsonObject event =
        json("{'type':'link_shared','message_ts':'1699999999.000400','event_ts':'1'}");
    event.addProperty("user", user);
    event.addProperty("channel", CHANNEL);
    JsonArray all = new JsonArray();
    for (String link : links) {
      JsonObject shared = new JsonObject();
      shared.addProperty("url", link);
      all.add(shared);
    }
    event.add("links", all);
    return event(event);
  }

  private JsonObject event(JsonObject event) {
    JsonObject payload = json("{'type':'event_callback','api_app_id':'A1','event_time':1}");
    payload.addProperty("event_id", "Ev" + events.incrementAndGet());
    payload.addProperty("team_id", FakeSlack.TEAM);
    payload.add("event", event);
    return payload;
  }

  /** Each is another. */
  private static String trigger() {
    return TRIGGERS.incrementAndGet() + ".2.trigger";
  }

  private static JsonObject by(String type, String user) {
    JsonObject payload = json("{'token':'verification','action_ts':'1'}");
    payload.addProperty("trigger_id", trigger());
    payload.addProperty("type", type);
    payload.add("user", json("{'id':'" + user + "','username':'asker'}"));
    payload.add("team", json("{'id':'" + FakeSlack.TEAM + "','domain':'fake'}"));
    return payload;
  }

  private static JsonArray action(JsonObject actions, JsonObject element) {
    JsonObject action = new JsonObject();
    action.add("action_id", element.get("action_id"));
    action.add("block_id", actions.get("block_id"));
    action.add("type", element.get("type"));
    if (element.has("options")) {
      JsonObject option = element.getAsJsonArray("options").get(0).getAsJsonObject();
      action.add("selected_option", option);
    } else {
      action.add("value", element.get("value"));
    }
    JsonArray all = new JsonArray();
    all.add(action);
    return all;
  }

  /** JSON with single quotes. */
  public static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
