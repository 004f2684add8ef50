package io.github.smtpbot.discord;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What Discord sends a bot when people do something, in the form of its documentation. */
final class Interactions {

  static final String APPLICATION = "700000000000000001";
  static final String BOT = "700000000000000001";
  static final String USER = "800000000000000001";
  static final String GUILD = "900000000000000001";
  static final String CHANNEL = "900000000000000002";
  static final String COMMAND = "600000000000000001";

  /** View, send, send in threads, use application commands. */
  static final long MAY_WRITE = 1L << 10 | 1L << 11 | 1L << 38 | 1L << 31;

  private static final AtomicLong IDS = new AtomicLong(1_000_000_000_000_000_000L);

  private Interactions() {}

  static String newId() {
    return Long.toString(IDS.incrementAndGet());
  }

  static DataObject user() {
    return DataObject.empty()
        .put("id", USER)
        .put("username", "asker")
        .put("global_name", "@everyone **Asker**")
        .put("discriminator", "0")
        .put("avatar", null);
  }

  static DataObject bot() {
    return DataObject.empty()
        .put("id", BOT)
        .put("username", "smtpbot")
        .put("discriminator", "0")
        .put("avatar", null)
        .put("bot", true);
  }

  /** Something done in a server's channel. */
  static DataObject inGuild(int type, String locale, long permissions, DataObject data) {
    return common(type, locale, data)
        .put("guild_id", GUILD)
        .put(
            "guild",
            DataObject.empty()
                .put("id", GUILD)
                .put("locale", "en-US")
                .put("features", DataArray.empty()))
        .put("guild_locale", "en-US")
        .put(
            "channel",
            DataObject.empty()
                .put("id", CHANNEL)
                .put("type", 0)
                .put("guild_id", GUILD)
                .put("name", "postmasters")
                .put("position", 1)
                .put("permissions", Long.toString(permissions)))
        .put(
            "member",
            DataObject.empty()
                .put("user", user())
                .put("roles", DataArray.empty())
                .put("joined_at", "2024-01-01T00:00:00.000000+00:00")
                .put("deaf", false)
                .put("mute", false)
                .put("flags", 0)
                .put("permissions", Long.toString(permissions)))
        .put("context", 0)
        .put("authorizing_integration_owners", DataObject.empty().put("0", GUILD));
  }

  /** Something done in a direct message between a person and the bot. */
  static DataObject inDirectMessage(int type, String locale, DataObject data) {
    return common(type, locale, data)
        .put("user", user())
        .put(
            "channel",
            DataObject.empty()
                .put("id", CHANNEL)
                .put("type", 1)
                .put("recipients", DataArray.empty().add(user())))
        .put("context", 1)
        .put("authorizing_integration_owners", DataObject.empty().put("1", USER));
  }

  private static DataObject common(int type, String locale, DataObject data) {
    return DataObject.empty()
        .put("id", newId())
        .put("application_id", APPLICATION)
        .put("type", type)
        .put("token", "interaction-token-" + newId())
        .put("version", 1)
        .put("channel_id", CHANNEL)
        .put("locale", locale)
        .put("app_permissions", Long.toString(MAY_WRITE))
        .put("entitlements", DataArray.empty())
        .put("attachment_size_limit", 10 * 1024 * 1024)
        .put("data", data);
  }

  static DataObject option(String name, Object value) {
    return DataObject.empty().put("name", name).put("type", 3).put("value", value);
  }

  /** The data of {@code /smtp}. */
  static DataObject slash(DataObject... options) {
    return DataObject.empty()
        .put("id", COMMAND)
        .put("name", "smtp")
        .put("type", 1)
        .put("options", DataArray.fromCollection(List.of(options)));
  }

  /** The data of {@code /smtp} with a file. */
  static DataObject slashWithFile(DataObject attachment, DataObject... options) {
    String id = attachment.getString("id");
    DataObject data = slash(options);
    data.getArray("options")
        .add(DataObject.empty().put("name", "attachment").put("type", 11).put("value", id));
    return data.put(
        "resolved", DataObject.empty().put("attachments", DataObject.empty().put(id, attachment)));
  }

  static DataObject attachment(String name, String type, long size, String url) {
    return DataObject.empty()
        .put("id", newId())
        .put("filename", name)
        .put("content_type", type)
        .put("size", size)
        .put("url", url)
        .put("proxy_url", url)
        .put("ephemeral", true);
  }

  static DataObject typing(String text) {
    return slash(option("question", text).put("focused", true));
  }

  static DataObject message(String content, DataObject author) {
    return DataObject.empty()
        .put("id", newId())
        .put("channel_id", CHANNEL)
        .put("type", 0)
        .put("content", content)
        .put("author", author)
        .put("timestamp", "2024-01-01T00:00:00.000000+00:00")
        .put("edited_timestamp", null)
        .put("tts", false)
        .put("mention_everyone", false)
        .put("mentions", DataArray.empty())
        .put("mention_roles", DataArray.empty())
        .put("attachments", DataArray.empty())
        .put("embeds", DataArray.empty())
        .put("components", DataArray.empty())
        .put("pinned", false)
        .put("flags", 0);
  }

  /** The data of the message command on this message. */
  static DataObject onMessage(DataObject message) {
    String id = message.getString("id");
    return DataObject.empty()
        .put("id", COMMAND)
        .put("name", "Explain SMTP reply")
        .put("type", 3)
        .put("target_id", id)
        .put("resolved", DataObject.empty().put("messages", DataObject.empty().put(id, message)));
  }

  static DataObject button(String customId) {
    return DataObject.empty().put("component_type", 2).put("custom_id", customId).put("id", 9);
  }

  static DataObject menu(String customId, String value) {
    return DataObject.empty()
        .put("component_type", 3)
        .put("custom_id", customId)
        .put("id", 9)
        .put("values", DataArray.empty().add(value));
  }

  /** The data of a modal that was filled in. */
  static DataObject modal(String customId, String text) {
    DataObject input =
        DataObject.empty()
            .put("type", 4)
            .put("id", 2)
            .put("custom_id", customId)
            .put("value", text);
    return DataObject.empty()
        .put("custom_id", customId)
        .put(
            "components",
            DataArray.empty()
                .add(DataObject.empty().put("type", 18).put("id", 1).put("component", input)));
  }
}
