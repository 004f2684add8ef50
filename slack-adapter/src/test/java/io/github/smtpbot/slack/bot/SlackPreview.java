package io.github.smtpbot.slack.bot;

import com.google.gson.JsonObject;
import io.github.smtpbot.preview.Box;
import io.github.smtpbot.preview.Gallery;
import io.github.smtpbot.preview.Picture;
import io.github.smtpbot.preview.Scene;
import io.github.smtpbot.slack.fake.FakeSlack;
import io.github.smtpbot.slack.fake.Payloads;
import io.github.smtpbot.slack.fake.Shown;
import io.github.smtpbot.slack.fake.StreamedLog;
import io.github.smtpbot.slack.preview.SlackHtml;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes the pictures of {@code bin/preview}: what the bot sent a Slack of its own, over TCP. */
public final class SlackPreview {

  private final FakeSlack slack;
  private final Payloads payloads;
  private final String language;
  private final String user;
  private final List<Picture> pictures = new ArrayList<>();

  SlackPreview(SocketBot bot, String language) {
    this.slack = bot.slack;
    this.payloads = bot.payloads;
    this.language = language;
    this.user = "U0000" + language.toUpperCase(Locale.ROOT);
    slack.locale(user, language);
  }

  /**
   * Writes all pictures.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws Exception {
    List<Picture> pictures = new ArrayList<>();
    for (String language : List.of("en", "th")) {
      try (SocketBot bot = new SocketBot()) {
        SlackPreview preview = new SlackPreview(bot, language);
        preview.takeAll();
        pictures.addAll(preview.pictures);
      }
    }
    Gallery.write(Path.of(args[0]), "slack", pictures);
  }

  private void takeAll() throws Exception {
    for (Scene scene : Scene.all()) {
      take(scene, card(scene));
    }
    for (String id : List.of("code", "dmarc", "log")) {
      Scene scene = Scene.named(id);
      JsonObject card = ask(scene);
      press(card, "smtpbot_post");
      take(scene.then("posted", "posted"), SlackHtml.message(posted(), false));
    }
    for (String id : List.of("code", "pair", "dmarc", "log", "several")) {
      Scene scene = Scene.named(id);
      press(ask(scene), "smtpbot_full");
      take(scene.then("full", "full answer"), modal("views.open"));
    }
    for (String id : List.of("code", "dmarc")) {
      Scene scene = Scene.named(id);
      press(ask(scene), "smtpbot_fix");
      take(scene.then("fix", "how to fix it"), modal("views.open"));
    }
    slack.send("interactive", payloads.globalShortcut(user));
    take(new Scene("ask", "the large input", "", false, 0), modal("views.open"));
    Scene dmarc = Scene.named("dmarc");
    slack.send("interactive", payloads.messageShortcut(user, Payloads.message(dmarc.text())));
    take(dmarc.then("reading", "the shortcut at once"), modal("views.open"));
    take(dmarc.then("shortcut", "the shortcut"), modal("views.update"));
    slack.send("interactive", payloads.messageShortcut(user, Payloads.message("")));
    take(new Scene("empty", "the shortcut on nothing", "", false, 0), modal("views.open"));
    JsonObject file = Payloads.file("huge.eml", slack.url("/files/huge.eml"), 99_000_000);
    slack.send(
        "interactive",
        payloads.messageShortcut(user, Payloads.withFiles(Payloads.message(""), file)));
    take(new Scene("too-large", "a file that is too large", "", false, 0), modal("views.update"));
    take(new Scene("log-file", "a whole mail log", "", false, 0), cardOfLog());
    slack.send("events_api", payloads.mention(user, "550"));
    take(
        Scene.named("code").then("mention", "a mention"),
        SlackHtml.message(slack.await("chat.postMessage").body(), false));
  }

  /** The card that answers, as the asker alone sees it. */
  Box card(Scene scene) throws InterruptedException {
    return SlackHtml.message(ask(scene), true);
  }

  /** The card that answers a whole mail log, sent as a file. */
  Box cardOfLog() throws Exception {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    new StreamedLog(256 * 1024).write(content);
    JsonObject file =
        Payloads.file("mail.log", slack.file("mail.log", content.toByteArray()), content.size());
    slack.send("events_api", payloads.written(user, "im", "", file));
    return SlackHtml.message(slack.await("chat.update").body(), false);
  }

  private JsonObject ask(Scene scene) throws InterruptedException {
    JsonObject answer = slack.send("slash_commands", payloads.command(user, scene.text()));
    return answer.has("text") ? answer : slack.await("response_url").body();
  }

  private void press(JsonObject card, String button) throws InterruptedException {
    JsonObject element = Shown.button(card, button);
    JsonObject pressed = payloads.pressed(user, Shown.actions(card, element), element);
    // Each card is a message of its own.
    pressed
        .getAsJsonObject("container")
        .addProperty("message_ts", "17000%05d.000001".formatted(pictures.size()));
    slack.send("interactive", pressed);
  }

  private JsonObject posted() throws InterruptedException {
    return slack
        .await(
            call ->
                call.method().equals("chat.postMessage")
                    || (call.method().equals("response_url")
                        && call.body().has("response_type")
                        && call.body().get("response_type").getAsString().equals("in_channel")))
        .body();
  }

  private Box modal(String method) throws InterruptedException {
    return SlackHtml.modal(slack.await(method).body().getAsJsonObject("view"));
  }

  private void take(Scene scene, Box box) {
    pictures.add(new Picture(scene, language, box));
  }
}
