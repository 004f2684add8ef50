package io.github.smtpbot.discord;

import io.github.smtpbot.Reading;
import io.github.smtpbot.SmtpBot;
import java.io.FilterInputStream;
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
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Downloads attachments: from Discord only, over HTTPS, at most {@link SmtpBot#MAX_LOG} bytes and
 * about as many as Discord says there are, within a time limit. Safe for use by many threads; it
 * has none of its own, but uses those of the bot's HTTP client.
 */
final class DiscordFiles {

  private static final Set<String> DISCORD = Set.of("cdn.discordapp.com", "media.discordapp.net");
  private static final int MIB = 1024 * 1024;

  private final @Nullable HttpUrl testServer;
  private final Duration timeLimit;

  /**
   * A reader.
   *
   * @param testServer a server that may be used beside Discord's, by its scheme, host and port; or
   *     null
   * @param timeLimit how long a download may take, for each {@link SmtpBot#MAX_MESSAGE} bytes or
   *     the beginning of so many
   */
  DiscordFiles(@Nullable HttpUrl testServer, Duration timeLimit) {
    this.testServer = testServer;
    this.timeLimit = timeLimit;
  }

  /** A file that is being downloaded, or why it is not. */
  sealed interface Result permits Download, Problem {}

  /**
   * The bytes of a file as they come; whoever reads them closes it. What the server says of the
   * size is not believed: they are counted, and reading fails where there are too many.
   */
  static final class Download extends FilterInputStream implements Result {
    private final HttpUrl url;
    private final BoundedInputStream counted;
    private final int most;
    private @Nullable IOException failure;

    private Download(HttpUrl url, BoundedInputStream counted, int most) {
      super(counted);
      this.url = url;
      this.counted = counted;
      this.most = most;
    }

    private static Download of(HttpUrl url, Response response, int most) throws IOException {
      return new Download(
          url,
          BoundedInputStream.builder()
              .setInputStream(response.body().byteStream())
              .setMaxCount(most + 1L)
              .setOnMaxCount(
                  (max, count) -> {
                    throw new IOException("longer than was said");
                  })
              .get(),
          most);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      try {
        return in.read(into, from, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    /**
     * Why it was not read to its end, or null; tells the log, so call it once.
     *
     * @param broken what is said where it broke off
     */
    @Nullable Problem problem(Label broken) {
      if (counted.getCount() > most) {
        return new Problem(Label.FILE_TOO_LARGE);
      }
      return failure == null ? null : failure(url, failure, broken);
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

    /** Why, in words. */
    String say(Label.Speaker words) {
      return words.say(
          why,
          Integer.toString(SmtpBot.MAX_MESSAGE / MIB),
          fault,
          Integer.toString(SmtpBot.MAX_LOG / MIB));
    }
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
   * @param then is given the result, once: a problem on any thread, a download on one of the
   *     client's, which may wait for it
   */
  void read(OkHttpClient http, Attachment attachment, Consumer<Result> then) {
    HttpUrl url = HttpUrl.parse(attachment.getUrl());
    if (!isReadable(attachment)) {
      then.accept(new Problem(Label.FILE_NOT_TEXT));
    } else if (url == null || !isAllowed(url)) {
      then.accept(new Problem(Label.FILE_ELSEWHERE));
    } else if (attachment.getSize() > Reading.most(attachment.getFileName())) {
      then.accept(new Problem(Label.FILE_TOO_LARGE));
    } else {
      download(http, url, attachment, then);
    }
  }

  private void download(
      OkHttpClient http, HttpUrl url, Attachment attachment, Consumer<Result> then) {
    int most = Math.max(FileGate.LEAST, Math.min(SmtpBot.MAX_LOG, attachment.getSize()));
    int times = (most + SmtpBot.MAX_MESSAGE - 1) / SmtpBot.MAX_MESSAGE;
    // A redirect could lead anywhere, so none is followed.
    OkHttpClient client =
        http.newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(timeLimit.multipliedBy(times))
            .build();
    client
        .newCall(new Request.Builder().url(url).build())
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException e) {
                then.accept(failure(url, e, Label.FILE_FAILED));
              }

              @Override
              public void onResponse(Call call, Response response) throws IOException {
                if (response.code() == 200) {
                  then.accept(Download.of(url, response, most));
                } else {
                  response.close();
                  String cause = "HTTP " + response.code();
                  then.accept(new Problem(Label.FILE_FAILED, Failures.unread(url.host(), cause)));
                }
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

  private static Problem failure(HttpUrl url, IOException e, Label broken) {
    boolean slow = broken == Label.FILE_FAILED && e instanceof InterruptedIOException;
    return new Problem(
        slow ? Label.FILE_SLOW : broken, Failures.unread(url.host(), e.getClass().getSimpleName()));
  }
}
