package io.github.smtpbot.discord;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Clip;
import io.github.smtpbot.answer.Mask;
import io.github.smtpbot.answer.Shareable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a person asks and decides who sees it, in which language: the server's for all, the
 * reader's for one. What is shown to others is always made from the answer's shareable form, never
 * from what was pasted. Safe for use by many threads.
 */
final class Desk {

  /** How much of a file's name is shown. */
  private static final int FILE_NAME = 40;

  private final SmtpBot bot;
  private final CardRenderer cards;
  private final FullRenderer full;
  private final Visibility visibility;

  /**
   * A desk.
   *
   * @param visibility who sees the answer to a question when the asker does not choose
   */
  Desk(SmtpBot bot, Visibility visibility) {
    this.bot = bot;
    this.cards = new CardRenderer(bot::label);
    this.full = new FullRenderer(bot::label);
    this.visibility = visibility;
  }

  /** Renders an answer of each kind, so that the first to ask does not wait for classes to load. */
  void warmUp() {
    for (Locale language : bot.languages()) {
      for (String text : List.of("252 501", "55x", "help", "550 5.1.1 User unknown")) {
        Answer answer = bot.answer(text, language);
        cards.render(answer, Extras.toAsker(true, "")).toData().toJson();
        full.render(answer).toData().toJson();
      }
    }
  }

  /** The reply to a question that was typed. */
  Reply question(Interaction asked, String text, @Nullable Visibility chosen) {
    Answer answer = readText(asked, text);
    Visibility unlessChosen = answer.isAboutCodes() ? visibility : Visibility.ASKER;
    boolean toAll = (chosen == null ? unlessChosen : chosen) == Visibility.EVERYONE;
    Shareable shareable = answer.shareable();
    if (!toAll || shareable == null) {
      return toAsker(asked, answer, "");
    }
    Openness openness = Openness.of(asked);
    if (!openness.allowsAll()) {
      return toAsker(asked, answer, chosen == null ? "" : reason(asked, openness));
    }
    if (!mayBeRead(text, answer)) {
      return toAsker(asked, answer, bot.label("discord.kept_private", reader(asked)));
    }
    Answer shared = bot.answerShared(shareable, audience(asked, answer));
    return Reply.toAll(cards.render(shared, forHelp(shared, toAllFrom(asked))));
  }

  private String reason(Interaction asked, Openness openness) {
    return bot.label(openness.reason(), reader(asked));
  }

  /** Help leads to the form for long pastes. */
  private static Extras forHelp(Answer answer, Extras extras) {
    return answer.kind() == Answer.Kind.HELP ? extras.withPaste() : extras;
  }

  /** Whether others may read what was typed, which Discord shows with an answer that they see. */
  private static boolean mayBeRead(String text, Answer answer) {
    return answer.diagnosis() == null && Mask.addresses(text).equals(text);
  }

  /** The reply to a text that was pasted, or to a click: for the asker alone. */
  Reply text(Interaction asked, String text) {
    return toAsker(asked, readText(asked, text), "");
  }

  /** What is to be said of a text. */
  Answer readText(Interaction asked, String text) {
    return bot.answer(text, reader(asked));
  }

  /** What is to be said of the content of a file. */
  Answer readFile(Interaction asked, byte[] content) {
    return bot.answerMessage(content, reader(asked));
  }

  /** Whether a mail server's reply was found: then there is no need to look further. */
  static boolean hasFinding(Answer answer) {
    return answer.diagnosis() != null && !answer.diagnosis().isEmpty();
  }

  /** The public answer to something that is fit to be shared, crediting who asked. */
  Reply post(Interaction asked, Shareable shareable) {
    Openness openness = Openness.of(asked);
    if (!openness.allowsAll()) {
      return notice(asked, openness.reason());
    }
    Answer answer = bot.answerShared(shareable, audience(asked));
    return Reply.toAll(cards.render(answer, Extras.posted(asked.getUser().getId())));
  }

  /** All that is known of it, for the one who clicked, in that reader's language. */
  Reply full(Interaction asked, Shareable shareable) {
    return Reply.toAsker(full.render(bot.answerShared(shareable, reader(asked))));
  }

  /** What to do about it, for the one who clicked, in that reader's language. */
  Reply steps(Interaction asked, Shareable shareable) {
    return Reply.toAsker(full.render(bot.answerSteps(shareable, reader(asked))));
  }

  /**
   * What is said where something went wrong.
   *
   * @param fault the id by which the owner of the bot finds it in the log
   */
  Reply failed(Interaction asked, String fault) {
    return notice(asked, "discord.failed", fault);
  }

  /** A reply that says one thing only, to the asker alone. */
  Reply notice(Interaction asked, String key, Object... values) {
    return Reply.toAsker(cards.notice(key, reader(asked), values));
  }

  /** The reply that shows an answer to the asker, who may post it where that is possible. */
  Reply toAsker(Interaction asked, Answer answer, String note) {
    Extras extras = Extras.toAsker(Openness.of(asked).allowsPost(), note);
    return Reply.toAsker(cards.render(answer, forHelp(answer, extras)));
  }

  /**
   * The replies to some files, each of which says to which; at last, what could not be read.
   *
   * @param read how many were read
   * @param of how many there are
   */
  List<Reply> files(Interaction asked, FileFindings found, int read, int of) {
    List<Reply> replies = new ArrayList<>();
    for (FileFindings.Told told : found.told()) {
      replies.add(toAsker(asked, told.answer(), from(asked, told.files(), read, of)));
    }
    if (!found.problems().isEmpty()) {
      List<String> problems = new ArrayList<>();
      found
          .problems()
          .forEach(
              (problem, files) -> {
                String why =
                    bot.label(
                        problem.key(), reader(asked), AttachmentReader.limit(), problem.fault());
                problems.add(
                    of == 1 ? why : bot.label("labelled", reader(asked), names(files), why));
              });
      replies.add(Reply.toAsker(cards.notices(problems)));
    }
    return replies;
  }

  private String from(Interaction asked, List<String> files, int read, int of) {
    if (of == 1) {
      return "";
    }
    return read < of
        ? bot.label("discord.file.of_several", reader(asked), names(files), of, read)
        : bot.label("discord.file.from", reader(asked), names(files));
  }

  private static String names(List<String> files) {
    return files.stream()
        .map(file -> Clip.to(Mask.addresses(file), FILE_NAME))
        .collect(Collectors.joining(", "));
  }

  private static Extras toAllFrom(Interaction asked) {
    return Extras.toAll(asked.getUser().getId());
  }

  /** The language of the one who asks or clicks. */
  Locale reader(Interaction asked) {
    return asked.getUserLocale().toLocale();
  }

  /** The language of all who read there: the server's, else the reader's. */
  private Locale audience(Interaction asked) {
    return asked.isFromGuild() ? asked.getGuildLocale().toLocale() : reader(asked);
  }

  /** The same, unless the question asks for a language. */
  private Locale audience(Interaction asked, Answer answer) {
    Locale named = answer.asked().mentions().language();
    return named == null ? audience(asked) : named;
  }
}
