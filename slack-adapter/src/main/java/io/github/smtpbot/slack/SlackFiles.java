package io.github.smtpbot.slack;

import com.slack.api.bolt.context.Context;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.File;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.TextFiles;
import io.github.smtpbot.answer.Mask;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Reads files that people attached to messages: bounded in size and time, and never giving the
 * bot's token to any host but Slack's.
 */
final class SlackFiles {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
  private static final int MEBIBYTE = 1024 * 1024;
  private static final List<String> SLACK_DOMAINS = List.of("slack.com", "slack-gov.com");

  private SlackFiles() {}

  /**
   * A file to read.
   *
   * @param file the first one that we can read
   * @param of how many files there are in all
   */
  record Choice(File file, int of) {

    String name() {
      return nameOf(file);
    }

    /** Whether it is offered as a text or a message. */
    boolean isReadable() {
      return SlackFiles.isReadable(file);
    }

    boolean isOneOfSeveral() {
      return of > 1;
    }
  }

  /**
   * The first file that we can read; null if there are no files.
   *
   * @throws UnreadableFileException if there are only others
   */
  static @Nullable Choice choose(@Nullable List<File> files) throws UnreadableFileException {
    if (files == null || files.isEmpty()) {
      return null;
    }
    for (File file : files) {
      if (isReadable(file)) {
        return new Choice(file, files.size());
      }
    }
    throw new UnreadableFileException(Label.FILE_UNSUPPORTED, limit());
  }

  /** Each of several files that are read together. */
  static List<Choice> each(List<File> files) {
    return files.stream().map(file -> new Choice(file, 1)).toList();
  }

  /**
   * Reads a file. Blocks for 30 seconds at the most.
   *
   * @return at most {@link SmtpBot#MAX_MESSAGE} bytes
   * @throws UnreadableFileException if it is too large, or Slack does not give it to us
   */
  static byte[] read(Context context, Choice choice) throws UnreadableFileException {
    String name = choice.name();
    if (!choice.isReadable()) {
      throw new UnreadableFileException(Label.FILE_OTHER_KIND, name);
    }
    try {
      File known = withAddress(context, choice.file());
      if (known.getSize() != null && known.getSize() > SmtpBot.MAX_MESSAGE) {
        throw new UnreadableFileException(Label.FILE_TOO_LARGE, name, limit());
      }
      HttpUrl url = trusted(context, known);
      if (url == null) {
        throw new UnreadableFileException(Label.FILE_REFUSED, name);
      }
      return download(context, url, name);
    } catch (IOException | SlackApiException e) {
      throw new UnreadableFileException(Label.FILE_FAILED, name);
    }
  }

  /** The file's name, fit to be shown: people name files after those who sent them. */
  private static String nameOf(File file) {
    String name = file.getName() == null ? file.getTitle() : file.getName();
    return Inert.plain(Mask.addresses(name == null ? "" : name), 80);
  }

  private static boolean isReadable(File file) {
    return TextFiles.isText(file.getName(), file.getMimetype())
        // Slack Connect tells the id alone.
        || (file.getName() == null && file.getMimetype() == null);
  }

  private static File withAddress(Context context, File file)
      throws IOException, SlackApiException {
    if (file.getUrlPrivate() != null && !"check_file_info".equals(file.getFileAccess())) {
      return file;
    }
    File found = context.client().filesInfo(request -> request.file(file.getId())).getFile();
    return found == null ? file : found;
  }

  /** The file's address if the token may be sent there, or null. */
  private static @Nullable HttpUrl trusted(Context context, File file) {
    String address =
        file.getUrlPrivateDownload() == null ? file.getUrlPrivate() : file.getUrlPrivateDownload();
    HttpUrl url = address == null ? null : HttpUrl.parse(address);
    if (url == null) {
      return null;
    }
    HttpUrl api = HttpUrl.parse(context.getSlack().getConfig().getMethodsEndpointUrlPrefix());
    if (api != null
        && url.scheme().equals(api.scheme())
        && url.host().equals(api.host())
        && url.port() == api.port()) {
      return url;
    }
    boolean slack =
        SLACK_DOMAINS.stream()
            .anyMatch(domain -> url.host().equals(domain) || url.host().endsWith("." + domain));
    return slack && url.isHttps() && url.port() == 443 ? url : null;
  }

  private static byte[] download(Context context, HttpUrl url, String name)
      throws IOException, UnreadableFileException {
    OkHttpClient client =
        context
            .getSlack()
            .getHttpClient()
            .getOkHttpClient()
            .newBuilder()
            .followRedirects(false)
            .callTimeout(TIME_LIMIT)
            .build();
    Request request =
        new Request.Builder()
            .url(url)
            .header("Authorization", "Bearer " + context.getBotToken())
            .build();
    try (Response response = client.newCall(request).execute()) {
      // Without the scope, Slack shows its page for signing in.
      String type = response.header("Content-Type", "");
      if (response.isRedirect()
          || response.code() == 401
          || response.code() == 403
          || (type != null && type.startsWith("text/html"))) {
        throw new UnreadableFileException(Label.FILE_REFUSED, name);
      }
      if (!response.isSuccessful()) {
        throw new UnreadableFileException(Label.FILE_FAILED, name);
      }
      if (response.body().contentLength() > SmtpBot.MAX_MESSAGE) {
        throw new UnreadableFileException(Label.FILE_TOO_LARGE, name, limit());
      }
      byte[] bytes = response.body().byteStream().readNBytes(SmtpBot.MAX_MESSAGE + 1);
      if (bytes.length > SmtpBot.MAX_MESSAGE) {
        throw new UnreadableFileException(Label.FILE_TOO_LARGE, name, limit());
      }
      return bytes;
    }
  }

  private static Object limit() {
    return SmtpBot.MAX_MESSAGE / MEBIBYTE;
  }
}
