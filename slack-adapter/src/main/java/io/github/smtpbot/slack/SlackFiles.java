package io.github.smtpbot.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.context.Context;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Attachment;
import com.slack.api.model.File;
import io.github.smtpbot.Reading;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Mask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads files that people attached to messages: bounded in size and time, and never giving the
 * bot's token to any host but Slack's.
 */
final class SlackFiles {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

  /** For what only a log may be as large as; a part of one that came in time is told. */
  private static final Duration TIME_LIMIT_OF_LOGS = Duration.ofMinutes(2);

  private static final int MEBIBYTE = 1024 * 1024;
  private static final List<String> SLACK_DOMAINS = List.of("slack.com", "slack-gov.com");

  private SlackFiles() {}

  /**
   * A file to read.
   *
   * @param unread why it is not; null if it is
   */
  record Choice(File file, @Nullable Label unread) {

    Choice(File file) {
      this(file, null);
    }

    /** The same file, which is not read, because too many others are. */
    Choice crowdedOut() {
      return unread == null ? new Choice(file, Label.FILE_BUSY) : this;
    }

    /** In bytes, as Slack says; the most that is read, if it does not. */
    int size() {
      return file.getSize() == null ? SmtpBot.MAX_MESSAGE : file.getSize();
    }

    /** The file's name, fit to be shown: people name files after those who sent them. */
    String name() {
      String name =
          Stream.of(file.getName(), file.getTitle(), file.getId())
              .filter(said -> said != null && Buttons.isShown(said))
              .findFirst()
              .orElse("");
      return Inert.plain(Mask.addresses(name), 80);
    }
  }

  /** The files of a message and of those that it forwards; so many are read as may be together. */
  static List<Choice> of(@Nullable List<File> files, @Nullable List<Attachment> attachments) {
    Stream<File> own = files == null ? Stream.empty() : files.stream();
    Stream<File> forwarded =
        attachments == null
            ? Stream.empty()
            : attachments.stream()
                .map(Attachment::getFiles)
                .filter(Objects::nonNull)
                .flatMap(List::stream);
    List<Choice> chosen = new ArrayList<>();
    Stream.concat(own, forwarded)
        .filter(Objects::nonNull)
        .limit(2L * SlackLimits.INPUT_FILES)
        .forEach(
            file ->
                chosen.add(
                    new Choice(
                        file,
                        chosen.size() < SlackLimits.INPUT_FILES ? null : Label.FILE_ONE_TOO_MANY)));
    return chosen;
  }

  /** The names of files, for those who wait. */
  static String names(List<Choice> files) {
    return files.stream()
        .filter(file -> file.unread() == null)
        .map(Choice::name)
        .collect(Collectors.joining(", "));
  }

  /** Is given what a file holds. */
  interface Reader {

    /**
     * Reads a file to its end, or as far as it is of use.
     *
     * @param name as it may be shown
     * @throws IOException if the stream fails
     */
    Reading.FileResult read(String name, InputStream content) throws IOException;
  }

  /**
   * Reads a file as it is fetched: whatever has text in it, whatever its name. Blocks for 30
   * seconds at the most, and for two minutes where it is as large as only a log may be.
   *
   * @param reader is given at most {@link SmtpBot#MAX_LOG} bytes; again, from the beginning, if
   *     something else than the file is read in its place
   * @throws UnreadableFileException if there is no text in it, it is too large, or Slack does not
   *     give it to us
   */
  static void read(Context context, Choice choice, Reader reader) throws UnreadableFileException {
    String name = choice.name();
    File file = choice.file();
    if (choice.unread() != null) {
      throw new UnreadableFileException(choice.unread(), name, SlackLimits.INPUT_FILES);
    }
    if (isPicture(file)) {
      throw new UnreadableFileException(Label.FILE_OTHER_KIND, name);
    }
    try {
      fetch(context, file, name, reader);
    } catch (UnreadableFileException e) {
      // What Slack says of an e-mail holds its text.
      byte[] text = e.isBeginningRead() ? new byte[0] : textOfEmail(file);
      if (text.length == 0) {
        throw e;
      }
      try {
        check(reader.read(name, new ByteArrayInputStream(text)), name);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }

  private static void check(Reading.FileResult result, String name) throws UnreadableFileException {
    switch (result) {
      case READ -> {
        // that is all
      }
      case TOO_LARGE -> throw tooLarge(name, SmtpBot.MAX_MESSAGE);
      case NO_TEXT -> throw new UnreadableFileException(Label.FILE_OTHER_KIND, name);
      case BUSY -> throw new UnreadableFileException(Label.FILE_BUSY, name);
      case CUT -> throw UnreadableFileException.afterBeginning(Label.FILE_CUT, name);
    }
  }

  private static void fetch(Context context, File file, String firstName, Reader reader)
      throws UnreadableFileException {
    String name = firstName;
    try {
      File known = withAddress(context, file);
      name = new Choice(known).name();
      if (known.isExternal()) {
        throw new UnreadableFileException(Label.FILE_ELSEWHERE, name);
      }
      if (known.getSize() != null && known.getSize() > mostOf(known)) {
        throw tooLarge(name, mostOf(known));
      }
      HttpUrl url = trusted(context, known);
      if (url == null) {
        throw new UnreadableFileException(Label.FILE_ELSEWHERE, name);
      }
      download(context, url, known, name, reader);
    } catch (Sending.RefusedException e) {
      Failures.report(e);
      throw new UnreadableFileException(
          e.word().equals("missing_scope") ? Label.FILE_REFUSED : Label.FILE_GONE, name);
    } catch (IOException | SlackApiException e) {
      Failures.report(e);
      throw new UnreadableFileException(Label.FILE_FAILED, name);
    }
  }

  /** How large it may be at the most, as far as that can be told before it is fetched. */
  private static int mostOf(File file) {
    return "email".equals(file.getFiletype())
        ? SmtpBot.MAX_MESSAGE
        : Reading.most(Objects.requireNonNullElse(file.getName(), ""));
  }

  private static UnreadableFileException tooLarge(String name, int most) {
    return new UnreadableFileException(Label.FILE_TOO_LARGE, name, most / MEBIBYTE);
  }

  /** What is surely no text is not even fetched; of pictures, Slack has made small ones. */
  private static boolean isPicture(File file) {
    String type = file.getMimetype() == null ? "" : file.getMimetype();
    return type.startsWith("image/")
        ? file.getThumb64() != null
        : type.startsWith("video/") || type.startsWith("audio/");
  }

  private static byte[] textOfEmail(File file) {
    if (!"email".equals(file.getFiletype())) {
      return new byte[0];
    }
    return Stream.of(file.getPlainText(), file.getPreviewPlainText(), file.getPreview())
        .filter(text -> text != null && !text.isBlank())
        .findFirst()
        .orElse("")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static File withAddress(Context context, File file)
      throws IOException, SlackApiException {
    if (file.getUrlPrivate() != null && !"check_file_info".equals(file.getFileAccess())) {
      return file;
    }
    File found =
        Sending.accepted(() -> context.client().filesInfo(request -> request.file(file.getId())))
            .getFile();
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

  private static void download(Context context, HttpUrl url, File file, String name, Reader reader)
      throws IOException, UnreadableFileException {
    boolean large = file.getSize() != null && file.getSize() > SmtpBot.MAX_MESSAGE;
    OkHttpClient client =
        context
            .getSlack()
            .getHttpClient()
            .getOkHttpClient()
            .newBuilder()
            .followRedirects(false)
            .callTimeout(large ? TIME_LIMIT_OF_LOGS : TIME_LIMIT)
            .build();
    Request request =
        new Request.Builder()
            .url(url)
            .header("Authorization", "Bearer " + context.getBotToken())
            .tag(GivenUp.class, new GivenUp())
            .build();
    try (Response response = client.newCall(request).execute()) {
      if (response.isRedirect() || response.code() == 401 || response.code() == 403) {
        throw new UnreadableFileException(Label.FILE_REFUSED, name);
      }
      if (response.code() == 404 || response.code() == 410) {
        throw new UnreadableFileException(Label.FILE_GONE, name);
      }
      if (!response.isSuccessful()) {
        throw new UnreadableFileException(Label.FILE_FAILED, name);
      }
      if (response.body().contentLength() > mostOf(file)) {
        throw tooLarge(name, mostOf(file));
      }
      if (isPage(response)) {
        readPage(response.body().byteStream(), file, name, reader);
        return;
      }
      BoundedInputStream content = bounded(response.body().byteStream());
      Reading.FileResult result = reader.read(name, content);
      // Of what breaks off, a reader may make what it can.
      if (GivenUp.isTrueOf(request)) {
        throw new UnreadableFileException(Label.FILE_RESTART, name);
      }
      if (content.getCount() > SmtpBot.MAX_LOG) {
        boolean counted = result == Reading.FileResult.CUT || result == Reading.FileResult.READ;
        throw counted
            ? UnreadableFileException.afterBeginning(
                Label.FILE_TOO_LARGE, name, SmtpBot.MAX_LOG / MEBIBYTE)
            : tooLarge(name, SmtpBot.MAX_LOG);
      }
      check(result, name);
    } catch (IOException e) {
      if (GivenUp.isTrueOf(request)) {
        throw new UnreadableFileException(Label.FILE_RESTART, name);
      }
      throw e;
    }
  }

  /** The same stream, which fails where it is longer than any file may be. */
  private static BoundedInputStream bounded(InputStream stream) throws IOException {
    return BoundedInputStream.builder()
        .setInputStream(stream)
        .setMaxCount(SmtpBot.MAX_LOG + 1L)
        .setOnMaxCount(
            (most, count) -> {
              throw new IOException("too long");
            })
        .get();
  }

  /** A page is no log; it is read when it is known how long it is. */
  private static void readPage(InputStream stream, File file, String name, Reader reader)
      throws IOException, UnreadableFileException {
    byte[] page = stream.readNBytes(SmtpBot.MAX_MESSAGE + 1);
    if (page.length > SmtpBot.MAX_MESSAGE) {
      throw tooLarge(name, SmtpBot.MAX_MESSAGE);
    }
    if (isSignIn(file, page.length)) {
      throw new UnreadableFileException(Label.FILE_REFUSED, name);
    }
    check(reader.read(name, new ByteArrayInputStream(page)), name);
  }

  /** Ends the fetching of files; those who wait are told that the bot is being restarted. */
  static void giveUp(Slack slack) {
    for (Call call : slack.getHttpClient().getOkHttpClient().dispatcher().runningCalls()) {
      GivenUp file = call.request().tag(GivenUp.class);
      if (file != null) {
        file.now = true;
        call.cancel();
      }
    }
  }

  /** Whether a file is not fetched any more because the program ends, and not for other reasons. */
  private static final class GivenUp {
    private volatile boolean now;

    static boolean isTrueOf(Request request) {
      GivenUp file = request.tag(GivenUp.class);
      return file != null && file.now;
    }
  }

  private static boolean isPage(Response response) {
    String type = response.header("Content-Type", "");
    return type != null && type.startsWith("text/html");
  }

  /**
   * Without the scope, Slack may show its page for signing in: a page in the place of a file that
   * is none, or that is not as long.
   */
  private static boolean isSignIn(File file, int length) {
    boolean page =
        "email".equals(file.getFiletype())
            || "html".equals(file.getFiletype())
            || (file.getMimetype() != null && file.getMimetype().startsWith("text/html"));
    return !page || (file.getSize() != null && file.getSize() != length);
  }
}
