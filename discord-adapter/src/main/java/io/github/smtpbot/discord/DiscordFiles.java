package io.github.smtpbot.discord;

import io.github.smtpbot.SmtpBot;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import net.dv8tion.jda.api.entities.Message.Attachment;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Downloads attachments: from Discord only, over HTTPS, at most {@link SmtpBot#MAX_MESSAGE} bytes
 * and about as many as Discord says there are, within a time limit. Safe for use by many threads;
 * it has none of its own, but uses those of the bot's HTTP client.
 */
final class DiscordFiles {

  private static final Set<String> DISCORD = Set.of("cdn.discordapp.com", "media.discordapp.net");
  private static final String MEBIBYTES = Integer.toString(SmtpBot.MAX_MESSAGE / (1024 * 1024));

  private final @Nullable HttpUrl testServer;
  private final Duration timeLimit;

  /**
   * A reader.
   *
   * @param testServer a server that may be used beside Discord's, by its scheme, host and port; or
   *     null
   * @param timeLimit how long a download may take
   */
  DiscordFiles(@Nullable HttpUrl testServer, Duration timeLimit) {
    this.testServer = testServer;
    this.timeLimit = timeLimit;
  }

  /** The bytes of a file, or why there are none. */
  sealed interface Result permits Content, Problem {}

  /** The bytes of a file; not copied. */
  static final class Content implements Result {
    private final byte[] bytes;

    private Content(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /**
   * Why a file was not read.
   *
   * @param why says it
   * @param fault the id of the line in the log, {@code {1}} in that text; empty if it is no fault
   */
  record Problem(Label why, String fault) implements Result {
    Problem(Label why) {
      this(why, "");
    }
  }

  /** What {@code {0}} stands for in the texts of problems: how large a file may be, in MiB. */
  static String limit() {
    return MEBIBYTES;
  }

  /** Whether this may be a text or a message, by what Discord says of it. */
  static boolean isReadable(Attachment attachment) {
    String type = attachment.getContentType();
    return type == null
        || !(type.startsWith("image/") || type.startsWith("video/") || type.startsWith("audio/"));
  }

  /**
   * Downloads a file.
   *
   * @param http the bot's client
   * @param then is given the result, once, on this thread or on one of the client's
   */
  void read(OkHttpClient http, Attachment attachment, Consumer<Result> then) {
    HttpUrl url = HttpUrl.parse(attachment.getUrl());
    if (!isReadable(attachment)) {
      then.accept(new Problem(Label.FILE_NOT_TEXT));
    } else if (url == null || !isAllowed(url)) {
      then.accept(new Problem(Label.FILE_ELSEWHERE));
    } else if (attachment.getSize() > SmtpBot.MAX_MESSAGE) {
      then.accept(new Problem(Label.FILE_TOO_LARGE));
    } else {
      download(http, url, FileGate.most(attachment), then);
    }
  }

  private void download(OkHttpClient http, HttpUrl url, int most, Consumer<Result> then) {
    // A redirect could lead anywhere, so none is followed.
    OkHttpClient client =
        http.newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(timeLimit)
            .build();
    client
        .newCall(new Request.Builder().url(url).build())
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException e) {
                then.accept(failure(url, e));
              }

              @Override
              public void onResponse(Call call, Response response) {
                then.accept(body(url, response, most));
              }
            });
  }

  private boolean isAllowed(HttpUrl url) {
    if (testServer != null
        && url.scheme().equals(testServer.scheme())
        && url.host().equals(testServer.host())
        && url.port() == testServer.port()) {
      return true;
    }
    return url.isHttps() && url.port() == 443 && DISCORD.contains(url.host());
  }

  private static Result body(HttpUrl url, Response response, int most) {
    try (response) {
      if (response.code() != 200) {
        return new Problem(
            Label.FILE_FAILED, Failures.unread(url.host(), "HTTP " + response.code()));
      }
      // What the server says of the size is not believed: it is counted.
      BufferedSource source = response.body().source();
      if (source.request(most + 1L)) {
        return new Problem(Label.FILE_TOO_LARGE);
      }
      return new Content(source.readByteArray());
    } catch (IOException e) {
      return failure(url, e);
    }
  }

  private static Result failure(HttpUrl url, IOException e) {
    boolean slow = e instanceof InterruptedIOException;
    return new Problem(
        slow ? Label.FILE_SLOW : Label.FILE_FAILED,
        Failures.unread(url.host(), e.getClass().getSimpleName()));
  }
}
