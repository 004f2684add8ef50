package io.github.smtpbot.discord;

import io.github.smtpbot.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.Message.Attachment;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import org.jspecify.annotations.Nullable;

/**
 * Answers that take downloads: acknowledges first, answers when all files have been read. They are
 * for the asker alone, since with an answer that all see Discord would show them the files too.
 */
final class FileAnswers {

  /** How many files of one question are read. */
  static final int FILES = 5;

  private final Answering answering;
  private final Sending sending;
  private final DiscordFiles files;
  private final FileGate gate;

  FileAnswers(Answering answering, Sending sending, DiscordFiles files, FileGate gate) {
    this.answering = answering;
    this.sending = sending;
    this.files = files;
    this.gate = gate;
  }

  /**
   * Reads files and answers them all together, and with them the text that came with them.
   *
   * @param text may be blank
   * @param files at least one
   */
  void answer(IReplyCallback event, String text, List<Attachment> files) {
    List<Attachment> some = files.subList(0, Math.min(FILES, files.size()));
    FileGate.Entry entry = gate.enter(event.getUser().getId(), some);
    if (entry instanceof FileGate.Pass pass) {
      sending.later(
          event,
          later -> new Round(event, later, pass, text, some, files.size()).read(0),
          pass::leave);
    } else if (entry instanceof FileGate.Refusal refusal) {
      sending.send(
          event,
          text.isBlank()
              ? answering.notice(event, refusal.reason())
              : answering.textAlone(event, text, refusal.reason()));
    }
  }

  /** The files of one question. */
  private final class Round {
    private final IReplyCallback event;
    private final Sending.Later later;
    private final FileGate.Pass pass;
    private final String text;
    private final List<Attachment> toRead;
    private final int of;
    private final Reading reading;
    private int read;
    private final List<Answering.Unread> unread = new ArrayList<>();

    Round(
        IReplyCallback event,
        Sending.Later later,
        FileGate.Pass pass,
        String text,
        List<Attachment> toRead,
        int of) {
      this.event = event;
      this.later = later;
      this.pass = pass;
      this.text = text;
      this.toRead = toRead;
      this.of = of;
      this.reading = answering.reading(event).unpackingInTurn(gate.unpacking()).text(text);
    }

    private void read(Attachment file, DiscordFiles.Download download) {
      DiscordFiles.Problem problem;
      try (download) {
        problem = problem(reading.file(file.getFileName(), download), download);
      } catch (IOException e) {
        problem = download.problem(Label.FILE_FAILED);
      }
      if (problem != null) {
        unread.add(new Answering.Unread(file.getFileName(), problem));
      }
    }

    /** What is to be said of a file beside the answer; null for nothing. */
    private DiscordFiles.@Nullable Problem problem(
        Reading.FileResult result, DiscordFiles.Download download) {
      return switch (result) {
        case READ, CUT -> {
          read++;
          DiscordFiles.Problem broken = download.problem(Label.LOG_CUT);
          yield broken == null && result == Reading.FileResult.CUT
              ? new DiscordFiles.Problem(Label.FILE_CUT)
              : broken;
        }
        case TOO_LARGE -> {
          DiscordFiles.Problem broken = download.problem(Label.FILE_FAILED);
          yield broken == null ? new DiscordFiles.Problem(Label.FILE_TOO_LARGE) : broken;
        }
        case NO_TEXT -> new DiscordFiles.Problem(Label.FILE_OTHER_KIND);
        case BUSY -> new DiscordFiles.Problem(Label.FILE_BUSY);
      };
    }

    /** One after the other, so that there is never more than one of them in memory. */
    void read(int next) {
      if (next == toRead.size()) {
        pass.leave();
        boolean isRead = read > 0 || !text.isBlank();
        later.finish(answering.read(event, reading, isRead, unread, toRead.size(), of));
        return;
      }
      Attachment file = toRead.get(next);
      files.read(
          event.getJDA().getHttpClient(),
          file,
          result ->
              later.attempt(
                  () -> {
                    if (result instanceof DiscordFiles.Download download) {
                      read(file, download);
                    } else if (result instanceof DiscordFiles.Problem problem) {
                      unread.add(new Answering.Unread(file.getFileName(), problem));
                    }
                    read(next + 1);
                  }));
    }
  }
}
