package io.github.smtpbot.discord.fake;

import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** A server that the bot has been added to. */
public final class Guilds {

  private static final long SEND_MESSAGES = 1L << 11;

  private Guilds() {}

  /** A server with a channel for everybody and one in which nobody may write. */
  public static DataObject create(String id, String open, String readOnly) {
    DataObject everyone =
        DataObject.empty()
            .put("id", id)
            .put("name", "@everyone")
            .put("permissions", Long.toString(Interactions.MAY_WRITE))
            .put("position", 0)
            .put("color", 0)
            .put("colors", DataObject.empty().put("primary_color", 0))
            .put("hoist", false)
            .put("managed", false)
            .put("mentionable", false)
            .put("flags", 0);
    return DataObject.empty()
        .put("id", id)
        .put("name", "Postmasters")
        .put("owner_id", "1")
        .put("member_count", 2)
        .put("features", DataArray.empty())
        .put("roles", DataArray.empty().add(everyone))
        .put(
            "channels",
            DataArray.empty()
                .add(channel(open))
                .add(channel(readOnly).put("permission_overwrites", denial(id))))
        .put("threads", DataArray.empty())
        .put("members", DataArray.empty().add(member(Interactions.bot())))
        .put("presences", DataArray.empty())
        .put("voice_states", DataArray.empty())
        .put("emojis", DataArray.empty())
        .put("stickers", DataArray.empty())
        .put("stage_instances", DataArray.empty())
        .put("guild_scheduled_events", DataArray.empty())
        .put("soundboard_sounds", DataArray.empty())
        .put("verification_level", 0)
        .put("default_message_notifications", 0)
        .put("explicit_content_filter", 0)
        .put("mfa_level", 0)
        .put("nsfw_level", 0)
        .put("afk_timeout", 300)
        .put("premium_tier", 0)
        .put("preferred_locale", "en-US")
        .put("system_channel_flags", 0)
        .put("unavailable", false)
        .put("large", false);
  }

  private static DataArray denial(String role) {
    return DataArray.empty()
        .add(
            DataObject.empty()
                .put("id", role)
                .put("type", 0)
                .put("allow", "0")
                .put("deny", Long.toString(SEND_MESSAGES)));
  }

  private static DataObject channel(String id) {
    return DataObject.empty()
        .put("id", id)
        .put("type", 0)
        .put("name", "channel-" + id)
        .put("position", 1)
        .put("permission_overwrites", DataArray.empty());
  }

  private static DataObject member(DataObject user) {
    return DataObject.empty()
        .put("user", user)
        .put("roles", DataArray.empty())
        .put("joined_at", "2024-01-01T00:00:00.000000+00:00")
        .put("deaf", false)
        .put("mute", false)
        .put("flags", 0);
  }

  /** The same interaction, but in a channel of that server. */
  public static DataObject in(String guild, String channel, DataObject interaction) {
    interaction.getObject("guild").put("id", guild);
    interaction.getObject("channel").put("id", channel).put("guild_id", guild);
    return interaction.put("guild_id", guild).put("channel_id", channel);
  }
}
