package io.github.smtpbot.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.dv8tion.jda.api.entities.Message.Attachment;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/**
 * Answers that take downloads: acknowledges first, answers when all files have been read. They are
 * for the asker alone, since with an answer that all see Discord would show them the files too.
 */
final class FileAnswers {

  /**
   * How many files of one question are read. Where only the asker has installed the bot, Discord
   * takes an answer and five more messages: one for each, and one for what could not be read.
   */
  static final int FILES = 5;

  private final Desk desk;
  private final Replies replies;
  private final AttachmentReader attachments;
  private final FileGate gate;

  FileAnswers(Desk desk, Replies replies, AttachmentReader attachments, FileGate gate) {
    this.desk = desk;
    this.replies = replies;
    this.attachments = attachments;
    this.gate = gate;
  }

  /**
   * Reads files and answers them all together, after the text that came with them.
   *
   * @param text may be blank
   * @param files at least one
   */
  void answer(IReplyCallback event, String text, List<Attachment> files) {
    List<Attachment> some = files.subList(0, Math.min(FILES, files.size()));
    FileGate.Entry entry = gate.enter(event.getUser().getId(), some);
    if (entry instanceof FileGate.Pass pass) {
      answer(event, text, some, files.size(), pass);
    } else if (entry instanceof FileGate.Refusal refusal) {
      replies.send(event, desk.notice(event, refusal.reason()));
    }
  }

  private void answer(
      IReplyCallback event, String text, List<Attachment> files, int of, FileGate.Pass pass) {
    replies.later(
        event,
        later ->
            read(
                event,
                later,
                files,
                new FileFindings(),
                found -> {
                  pass.leave();
                  List<Reply> all = new ArrayList<>();
                  if (!text.isBlank()) {
                    all.add(desk.text(event, text));
                  }
                  all.addAll(desk.files(event, found, files.size(), of));
                  later.finish(all);
                }),
        pass::leave);
  }

  /** One after the other, so that there is never more than one of them in memory. */
  private void read(
      IReplyCallback event,
      Replies.Later later,
      List<Attachment> files,
      FileFindings found,
      Consumer<FileFindings> then) {
    if (files.isEmpty()) {
      then.accept(found);
      return;
    }
    Attachment file = files.get(0);
    attachments.read(
        event.getJDA().getHttpClient(),
        file,
        result ->
            later.answering(
                () -> {
                  if (result instanceof AttachmentReader.Content content) {
                    found.add(file.getFileName(), desk.readFile(event, content.bytes()));
                  } else if (result instanceof AttachmentReader.Problem problem) {
                    found.addProblem(file.getFileName(), problem);
                  }
                  read(event, later, files.subList(1, files.size()), found, then);
                }));
  }
}
