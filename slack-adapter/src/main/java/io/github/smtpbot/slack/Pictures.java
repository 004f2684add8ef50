package io.github.smtpbot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.bolt.context.Context;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.methods.response.files.FilesInfoResponse;
import com.slack.api.methods.response.files.FilesUploadV2Response;
import com.slack.api.model.File;
import io.github.smtpbot.Picture;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Shareable;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives the pictures of answers to Slack, each once, for whatever messages show it. An answer
 * without one is an answer: what fails here ends nothing. Holds the ids that Slack gave them and
 * nothing else. Safe for use by many threads.
 */
final class Pictures {

  private static final String UPLOAD = "files.getUploadURLExternal";
  private static final String NAME = "log.png";

  /** What Slack says of a file that is there no more. */
  private static final Set<String> GONE = Set.of("file_deleted", "file_not_found");

  private static final int MAX_PICTURES = 1000;

  /** No longer than the answers themselves are kept. */
  private static final Duration KEEP = Duration.ofHours(24);

  /** Slack looks at a file for a moment before it takes it into a message. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final SmtpBot bot;
  private final OptionalCalls calls;

  private final Cache<String, String> uploaded =
      Caffeine.newBuilder()
          .maximumSize(MAX_PICTURES)
          .expireAfterWrite(KEEP)
          .executor(Runnable::run)
          .build();

  /**
   * None is uploaded yet.
   *
   * @param calls tells once what Slack refuses
   */
  Pictures(SmtpBot bot, OptionalCalls calls) {
    this.bot = bot;
    this.calls = calls;
  }

  /**
   * The picture of an answer, uploaded, which may take some seconds; null if there is none, or
   * Slack does not take it.
   */
  @Nullable PictureBlock of(Context context, Answer answer) {
    Picture picture = bot.picture(answer).orElse(null);
    if (picture == null) {
      return null;
    }
    return id(context, answer, picture)
        .map(id -> PictureBlock.of(id, picture.text().isBlank() ? answer.title() : picture.text()))
        .orElse(null);
  }

  private Optional<String> id(Context context, Answer answer, Picture picture) {
    Shareable shareable = Objects.requireNonNull(answer.shareable());
    String key =
        String.join(
            " ", context.getTeamId() + "", answer.language().toLanguageTag(), shareable.token());
    String known = uploaded.getIfPresent(key);
    if (known != null && isThere(context, known)) {
      return Optional.of(known);
    }
    Optional<String> id = upload(context, answer.title(), picture);
    id.ifPresent(found -> uploaded.put(key, found));
    return id;
  }

  private Optional<String> upload(Context context, String title, Picture picture) {
    try {
      FilesUploadV2Response response =
          Sending.accepted(
              () ->
                  context
                      .client()
                      .filesUploadV2(
                          request ->
                              request
                                  .fileData(picture.png())
                                  .filename(NAME)
                                  .title(title)
                                  .altTxt(picture.text())));
      File file = response.getFile();
      if (file == null || file.getId() == null) {
        return Optional.empty();
      }
      waitFor(context, file.getId());
      return Optional.of(file.getId());
    } catch (SlackFilesUploadV2Exception e) {
      calls.refused(UPLOAD, refusal(e));
    } catch (Sending.RefusedException e) {
      calls.refused(UPLOAD, e);
    } catch (IOException | SlackApiException | RuntimeException e) {
      Failures.report(e);
    }
    return Optional.empty();
  }

  /** What Slack said first that was no consent; Bolt's own words are not to be logged. */
  private static Sending.RefusedException refusal(SlackFilesUploadV2Exception failure) {
    return new Sending.RefusedException(
        Stream.concat(
                failure.getGetURLResponses().stream(),
                Stream.ofNullable(failure.getCompleteResponse()))
            .filter(Objects::nonNull)
            .map(SlackApiTextResponse::getError)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null));
  }

  /**
   * Gives Slack a moment, if it has not looked at a picture yet. The message that shows it is sent
   * in any case: again without the picture, if Slack still does not take it.
   */
  private static void waitFor(Context context, String id) throws IOException, SlackApiException {
    if (isReady(context, id)) {
      return;
    }
    try {
      Thread.sleep(MOMENT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Somebody may have deleted it; where Slack does not tell, it is there. */
  private static boolean isThere(Context context, String id) {
    try {
      FilesInfoResponse told = context.client().filesInfo(request -> request.file(id));
      return told.isOk() || !GONE.contains(told.getError());
    } catch (IOException | SlackApiException e) {
      return true;
    }
  }

  private static boolean isReady(Context context, String id) throws IOException, SlackApiException {
    File file = context.client().filesInfo(request -> request.file(id)).getFile();
    return file != null && file.getMimetype() != null && !file.getMimetype().isEmpty();
  }
}
