package io.github.smtpbot.discord.fake;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What Discord sends a bot when people do something, in the form of its documentation. */
public final class Interactions {

  public static final String APPLICATION = "700000000000000001";
  public static final String BOT = "700000000000000001";
  public static final String USER = "800000000000000001";
  public static final String GUILD = "900000000000000001";
  public static final String CHANNEL = "900000000000000002";
  public static final String COMMAND = "600000000000000001";

  /** View, send, send in threads, use application commands. */
  public static final long MAY_WRITE = 1L << 10 | 1L << 11 | 1L << 38 | 1L << 31;

  private static final AtomicLong IDS = new AtomicLong(1_000_000_000_000_000_000L);

  private Interactions() {}

  public static String newId() {
    return Long.toString(IDS.incrementAndGet());
  }

  public static DataObject user() {
    return DataObject.empty()
        .put("id", USER)
        .put("username", "asker")
        .put("global_name", "@everyone **Asker**")
        .put("discriminator", "0")
        .put("avatar", null);
  }

  public static DataObject bot() {
    return DataObject.empty()
        .put("id", BOT)
        .put("username", "smtpbot")
        .put("discriminator", "0")
        .put("avatar", null)
        .put("bot", true);
  }

  /** Something done in a server's channel. */
  public static DataObject inGuild(int type, String locale, long permissions, DataObject data) {
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
  public static DataObject inDirectMessage(int type, String locale, DataObject data) {
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

  public static DataObject option(String name, Object value) {
    return DataObject.empty().put("name", name).put("type", 3).put("value", value);
  }

  /** The data of {@code /smtp}. */
  public static DataObject slash(DataObject... options) {
    return DataObject.empty()
        .put("id", COMMAND)
        .put("name", "smtp")
        .put("type", 1)
        .put("options", DataArray.fromCollection(List.of(options)));
  }

  /** The data of {@code /smtp-file} with these files. */
  public static DataObject files(DataObject... attachments) {
    DataArray options = DataArray.empty();
    for (int i = 0; i < attachments.length; i++) {
      String number = i == 0 ? "" : "-" + (i + 1);
      options.add(
          DataObject.empty()
              .put("name", "attachment" + number)
              .put("type", 11)
              .put("value", attachments[i].getString("id")));
    }
    return slash()
        .put("name", "smtp-file")
        .put("options", options)
        .put("resolved", resolved(attachments));
  }

  private static DataObject resolved(DataObject... attachments) {
    DataObject byId = DataObject.empty();
    for (DataObject attachment : attachments) {
      byId.put(attachment.getString("id"), attachment);
    }
    return DataObject.empty().put("attachments", byId);
  }

  public static DataObject attachment(String name, String type, long size, String url) {
    return DataObject.empty()
        .put("id", newId())
        .put("filename", name)
        .put("content_type", type)
        .put("size", size)
        .put("url", url)
        .put("proxy_url", url)
        .put("ephemeral", true);
  }

  public static DataObject typing(String text) {
    return slash(option("question", text).put("focused", true));
  }

  public static DataObject message(String content, DataObject author) {
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
  public static DataObject onMessage(DataObject message) {
    String id = message.getString("id");
    return DataObject.empty()
        .put("id", COMMAND)
        .put("name", "Explain SMTP reply")
        .put("type", 3)
        .put("target_id", id)
        .put("resolved", DataObject.empty().put("messages", DataObject.empty().put(id, message)));
  }

  public static DataObject button(String customId) {
    return DataObject.empty().put("component_type", 2).put("custom_id", customId).put("id", 9);
  }

  public static DataObject menu(String customId, String value) {
    return DataObject.empty()
        .put("component_type", 3)
        .put("custom_id", customId)
        .put("id", 9)
        .put("values", DataArray.empty().add(value));
  }

  /** The data of the form for pastes, filled in with a text and perhaps with files. */
  public static DataObject form(String text, DataObject... attachments) {
    DataArray values = DataArray.empty();
    for (DataObject attachment : attachments) {
      values.add(attachment.getString("id"));
    }
    return DataObject.empty()
        .put("custom_id", "smtp:paste")
        .put(
            "components",
            DataArray.empty()
                .add(
                    filled(
                        DataObject.empty()
                            .put("type", 4)
                            .put("id", 2)
                            .put("custom_id", "text")
                            .put("value", text)))
                .add(
                    filled(
                        DataObject.empty()
                            .put("type", 19)
                            .put("id", 4)
                            .put("custom_id", "files")
                            .put("values", values))))
        .put("resolved", resolved(attachments));
  }

  private static DataObject filled(DataObject component) {
    return DataObject.empty()
        .put("type", 18)
        .put("id", component.getInt("id") - 1)
        .put("component", component);
  }
}
