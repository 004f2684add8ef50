package io.github.smtpbot.discord.bot;

import io.github.smtpbot.discord.fake.FakeDiscord;
import io.github.smtpbot.discord.fake.FakeDiscord.Sent;
import io.github.smtpbot.discord.fake.Interactions;
import io.github.smtpbot.discord.preview.DiscordHtml;
import io.github.smtpbot.preview.Box;
import io.github.smtpbot.preview.Gallery;
import io.github.smtpbot.preview.Picture;
import io.github.smtpbot.preview.Scene;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Takes the pictures of {@code bin/preview}: what the bot sent a Discord of its own, over TCP. */
public final class DiscordPreview {

  private final FakeDiscord discord;
  private final String language;
  private final List<Picture> pictures = new ArrayList<>();

  DiscordPreview(FakeDiscord discord, String language) {
    this.discord = discord;
    this.language = language;
  }

  /**
   * Writes all pictures.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws Exception {
    List<Picture> pictures = new ArrayList<>();
    FakeDiscord discord = new FakeDiscord();
    DiscordBot bot = connect(discord);
    try {
      for (String language : List.of("en", "th")) {
        DiscordPreview preview = new DiscordPreview(discord, language);
        preview.takeAll();
        pictures.addAll(preview.pictures);
      }
    } finally {
      bot.close();
      discord.close();
    }
    Gallery.write(Path.of(args[0]), "discord", pictures);
  }

  /** The bot as it is by default. */
  static DiscordBot connect(FakeDiscord discord) throws Exception {
    DiscordBot bot =
        DiscordBot.start(
            DiscordSettings.of(
                Map.of("DISCORD_TOKEN", FakeDiscord.TOKEN, "DISCORD_API_URL", discord.url())));
    discord.awaitReady();
    return bot;
  }

  private void takeAll() throws InterruptedException {
    for (Scene scene : Scene.all()) {
      take(scene, card(scene));
    }
    for (String id : List.of("fix", "dmarc", "log")) {
      Scene scene = Scene.named(id);
      Sent card = ask(scene);
      if (has(card, "smtp:post:")) {
        discord.ask(press(card, "smtp:post:"));
        take(scene.then("posted", "posted"), draw(discord.awaitAnswer(), ""));
        take(scene.then("pressed", "after it was posted"), draw(discord.awaitAnswer(), ""));
      }
    }
    for (String id : List.of("code", "pair", "dmarc", "log", "several")) {
      Scene scene = Scene.named(id);
      Sent full = answer(press(ask(scene), "smtp:full:"));
      take(scene.then("full", "full explanation"), draw(full, ""));
    }
    DataObject paste = press(ask(Scene.named("code")), "smtp:");
    Sent form = answer(paste.put("data", Interactions.button("smtp:paste")));
    take(
        new Scene("form", "the form for a paste", "", false, 0), DiscordHtml.modal(form.message()));
    DataObject huge =
        Interactions.attachment("huge.eml", "message/rfc822", 99_000_000, "https://example.com/");
    take(
        new Scene("too-large", "a file that is too large", "", false, 0),
        draw(answer(asked(2, Interactions.files(huge))), "/smtp"));
    take(
        new Scene("empty", "Explain SMTP reply on nothing", "", false, 0),
        draw(
            answer(asked(2, Interactions.onMessage(Interactions.message("", Interactions.user())))),
            "Explain SMTP reply"));
  }

  /** The card that answers, as the asker sees it. */
  Box card(Scene scene) throws InterruptedException {
    return draw(ask(scene), scene.pasted() ? "" : "/smtp");
  }

  private Sent ask(Scene scene) throws InterruptedException {
    return answer(
        scene.pasted()
            ? asked(5, Interactions.form(scene.text()))
            : asked(2, Interactions.slash(Interactions.option("question", scene.text()))));
  }

  private DataObject asked(int type, DataObject data) {
    DataObject asked = Interactions.inGuild(type, locale(), Interactions.MAY_WRITE, data);
    asked.put("guild_locale", locale());
    asked.getObject("guild").put("locale", locale());
    return asked;
  }

  private String locale() {
    return language.equals("en") ? "en-US" : language;
  }

  /** The answer, or what takes its place if it came late. */
  private Sent answer(DataObject interaction) throws InterruptedException {
    Sent first = discord.ask(interaction);
    return first.type() == 5 ? discord.awaitAnswer() : first;
  }

  private DataObject press(Sent on, String start) {
    String customId =
        on.customIds().stream()
            .filter(id -> id.startsWith(start))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no " + start + " in " + on.json()));
    DataObject message =
        Interactions.message("", Interactions.bot())
            .put("flags", on.message().getInt("flags"))
            .put("components", on.message().getArray("components"));
    return asked(3, Interactions.button(customId)).put("message", message);
  }

  private static boolean has(Sent card, String start) {
    return card.customIds().stream().anyMatch(id -> id.startsWith(start));
  }

  private static Box draw(Sent sent, String used) {
    return DiscordHtml.message(sent.message(), used, sent.isEphemeral());
  }

  private void take(Scene scene, Box box) {
    pictures.add(new Picture(scene, language, box));
  }
}
