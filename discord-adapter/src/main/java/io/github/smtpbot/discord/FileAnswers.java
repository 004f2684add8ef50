package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Answer;
import java.util.List;
import net.dv8tion.jda.api.entities.Message.Attachment;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/** Answers that take a download: acknowledges first, answers when the file has come. */
final class FileAnswers {

  /** How many files of one message are looked into. */
  private static final int FILES = 3;

  private final Desk desk;
  private final Replies replies;
  private final AttachmentReader attachments;

  FileAnswers(Desk desk, Replies replies, AttachmentReader attachments) {
    this.desk = desk;
    this.replies = replies;
    this.attachments = attachments;
  }

  /**
   * Explains a file that came with the command, then answers the question beside it; for the asker
   * alone, since all would see the file with an answer that they see.
   *
   * @param question may be empty
   * @param note is added to the answer
   */
  void explain(IReplyCallback event, Attachment file, String question, String note) {
    replies.later(
        event,
        later ->
            attachments.read(
                event.getJDA().getHttpClient(),
                file,
                result ->
                    later.answering(
                        () -> {
                          later.finish(reply(event, result, note));
                          if (!question.isBlank()) {
                            later.add(desk.text(event, question));
                          }
                        })));
  }

  private Reply reply(IReplyCallback event, AttachmentReader.Result result, String note) {
    byte[] content = result.bytes();
    return content == null
        ? desk.notice(event, result.problem(), AttachmentReader.limit())
        : desk.toAsker(event, desk.readFile(event, content), note);
  }

  /** Looks into the files of a message, one after the other, until a reply is found. */
  void search(IReplyCallback event, List<Attachment> files) {
    List<Attachment> some = files.subList(0, Math.min(FILES, files.size()));
    replies.later(event, later -> search(event, later, some, files.size()));
  }

  private void search(
      IReplyCallback event, Replies.Later later, List<Attachment> files, int ofAll) {
    Attachment file = files.get(0);
    attachments.read(
        event.getJDA().getHttpClient(),
        file,
        result ->
            later.answering(
                () -> {
                  byte[] content = result.bytes();
                  Answer answer = content == null ? null : desk.readFile(event, content);
                  if (files.size() > 1 && (answer == null || !Desk.hasFinding(answer))) {
                    search(event, later, files.subList(1, files.size()), ofAll);
                  } else if (answer == null) {
                    later.finish(desk.notice(event, result.problem(), AttachmentReader.limit()));
                  } else {
                    later.finish(desk.replyToFile(event, answer, file.getFileName(), ofAll));
                  }
                }));
  }
}
