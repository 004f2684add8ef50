package io.github.smtpbot.discord.bot;

import io.github.smtpbot.discord.Visibility;
import io.github.smtpbot.owner.OwnerException;
import io.github.smtpbot.owner.OwnerSettings;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.JDAInfo;
import net.dv8tion.jda.api.requests.RestConfig;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the bot, read from the environment.
 *
 * @param token the bot's secret; it stands in no text of this record
 * @param apiUrl the address of Discord's REST interface with its version, or null for Discord's own
 * @param shards how many shards there are in all, or -1 to let Discord say
 * @param shardIds which of them this process holds; empty for all
 * @param visibility who sees the answer to a question when the asker does not choose
 * @param owner what else the owner wants
 */
record DiscordSettings(
    String token,
    @Nullable HttpUrl apiUrl,
    int shards,
    Set<Integer> shardIds,
    Visibility visibility,
    OwnerSettings owner) {

  static final String TOKEN = "DISCORD_TOKEN";
  static final String API_URL = "DISCORD_API_URL";
  static final String SHARDS = "DISCORD_SHARDS";
  static final String SHARD_IDS = "DISCORD_SHARD_IDS";
  static final String VISIBILITY = "SMTPBOT_DISCORD_VISIBILITY";

  private static final int MAX_SHARDS = 16_384;
  private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

  /**
   * Reads the settings.
   *
   * @throws StartException naming the first setting that is missing or wrong
   */
  static DiscordSettings of(Map<String, String> environment) throws StartException {
    int shards = shards(value(environment, SHARDS));
    return new DiscordSettings(
        token(value(environment, TOKEN)),
        apiUrl(value(environment, API_URL)),
        shards,
        shardIds(value(environment, SHARD_IDS), shards),
        visibility(value(environment, VISIBILITY)),
        owner(environment));
  }

  private static OwnerSettings owner(Map<String, String> environment) throws StartException {
    try {
      return OwnerSettings.of(environment);
    } catch (OwnerException e) {
      throw StartException.of(e);
    }
  }

  /** The address of the REST interface, Discord's own unless another one is set. */
  HttpUrl api() {
    return apiUrl == null ? HttpUrl.get(RestConfig.DEFAULT_BASE_URL) : apiUrl;
  }

  private static String value(Map<String, String> environment, String name) {
    return Objects.requireNonNullElse(environment.get(name), "").strip();
  }

  private static String token(String value) throws StartException {
    if (value.isEmpty()) {
      throw StartException.usage(
          TOKEN + " is not set: it is the token on the Bot page of your application at Discord");
    }
    String token = value.startsWith("Bot ") ? value.substring(4).strip() : value;
    if (!token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw StartException.usage(
          TOKEN + " is not a token: it holds a space or another character that tokens do not have");
    }
    return token;
  }

  /** A path that names no version gets the one that JDA speaks. */
  private static @Nullable HttpUrl apiUrl(String value) throws StartException {
    if (value.isEmpty()) {
      return null;
    }
    HttpUrl url = HttpUrl.parse(value);
    if (url == null || url.query() != null || url.fragment() != null) {
      throw StartException.usage(
          API_URL + " is not an http:// or https:// address, such as https://discord.com/api");
    } else if (!url.username().isEmpty()) {
      throw StartException.usage(API_URL + " holds a user name, which is not supported");
    }
    String path = url.encodedPath().replaceAll("/+$", "");
    if (!path.matches(".*/v[0-9]+")) {
      path = (path.isEmpty() ? "/api" : path) + "/v" + JDAInfo.DISCORD_REST_VERSION;
    }
    return url.newBuilder().encodedPath(path + "/").build();
  }

  private static int shards(String value) throws StartException {
    if (value.isEmpty() || value.equalsIgnoreCase("auto")) {
      return -1;
    }
    if (value.matches("[0-9]{1,5}")) {
      int shards = Integer.parseInt(value);
      if (shards >= 1 && shards <= MAX_SHARDS) {
        return shards;
      }
    }
    throw StartException.usage(
        SHARDS + " is neither \"auto\" nor a number from 1 to " + MAX_SHARDS);
  }

  /** Such as {@code 0-3,8}; of no use where Discord says how many there are in all. */
  private static Set<Integer> shardIds(String value, int shards) throws StartException {
    Set<Integer> ids = new TreeSet<>();
    if (value.isEmpty()) {
      return ids;
    } else if (shards < 0) {
      throw StartException.usage(
          SHARD_IDS + " needs " + SHARDS + ", how many shards there are in all processes");
    }
    for (String part : value.split(",", -1)) {
      Matcher range = RANGE.matcher(part.strip());
      if (!range.matches()) {
        throw notShardIds(shards);
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (first > last || last >= shards) {
        throw notShardIds(shards);
      }
      for (int id = first; id <= last; id++) {
        ids.add(id);
      }
    }
    return ids;
  }

  private static StartException notShardIds(int shards) {
    return StartException.usage(
        SHARD_IDS + " is not a list such as 0-3,8 of numbers from 0 to " + (shards - 1));
  }

  private static Visibility visibility(String value) throws StartException {
    if (value.isEmpty()) {
      return Visibility.EVERYONE;
    }
    Visibility visibility = Visibility.of(value);
    if (visibility == null) {
      throw StartException.usage(VISIBILITY + " is neither \"everyone\" nor \"asker\"");
    }
    return visibility;
  }

  @Override
  public String toString() {
    return "DiscordSettings[apiUrl=" + apiUrl + ", shards=" + shards + "]";
  }
}
