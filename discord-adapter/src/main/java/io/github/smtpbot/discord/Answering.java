package io.github.smtpbot.discord;

import io.github.smtpbot.Picture;
import io.github.smtpbot.QuestionListener;
import io.github.smtpbot.QuestionListener.Place;
import io.github.smtpbot.Reading;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Clip;
import io.github.smtpbot.answer.Mask;
import io.github.smtpbot.answer.Shareable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.context.MessageContextInteraction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a person asks and decides who sees it, in which language: the server's for all, the
 * reader's for one. What is shown to others is always made from the answer's shareable form, never
 * from what was pasted. Safe for use by many threads.
 */
final class Answering {

  /** How much of a file's name is shown. */
  private static final int FILE_NAME = 40;

  private final SmtpBot bot;
  private final Visibility visibility;
  private final QuestionListener listener;
  private final Team team;

  /**
   * What all ways to ask share.
   *
   * @param visibility who sees the answer to a question when the asker does not choose
   * @param team what servers have noted and chosen
   * @param listener hears of each question, but never what was asked
   */
  Answering(SmtpBot bot, Visibility visibility, Team team, QuestionListener listener) {
    this.bot = bot;
    this.visibility = visibility;
    this.team = team;
    this.listener = listener;
  }

  /** Renders an answer of each kind, so that the first to ask does not wait for classes to load. */
  void warmUp() {
    for (Locale language : bot.languages()) {
      for (String text : List.of("252 501", "55x", "help", "550 5.1.1 User unknown")) {
        Answer answer = inDiscord(bot.answer(text, language));
        show(answer, Extras.toAsker(true, "")).toData().toJson();
        FullAnswer.of(answer, words(language)).toData().toJson();
      }
    }
  }

  Label.Speaker words(Locale locale) {
    return Label.Speaker.of(bot, locale);
  }

  /** What our own texts say to the one who asks or clicks. */
  Label.Speaker words(Interaction asked) {
    return words(reader(asked));
  }

  /** The reply to a question that was typed. */
  Reply question(Interaction asked, String text, @Nullable Visibility chosen) {
    if (team.handles(text)) {
      return Reply.toAsker(Card.of(team.command(asked, text, reader(asked))));
    }
    Answer answer = asked(asked, text);
    Visibility unlessChosen =
        answer.isAboutCodes() ? team.visibility(asked, visibility) : Visibility.ASKER;
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
      return toAsker(asked, answer, words(asked).say(Label.KEPT_PRIVATE));
    }
    Answer shared = shared(asked, shareable, audience(asked, answer));
    return reply(
        shared, forHelp(shared, Extras.toAll(asked.getUser().getId())), Visibility.EVERYONE);
  }

  private String reason(Interaction asked, Openness openness) {
    Label reason = openness.reason();
    return reason == null ? "" : words(asked).say(reason);
  }

  /** Shows an answer; its buttons speak its language. */
  private MessageCreateData show(Answer answer, Extras extras) {
    return Card.of(answer, extras, words(answer.language()));
  }

  /** The same with its picture, if it has one. */
  private Reply reply(Answer answer, Extras extras, Visibility seenBy) {
    Picture picture = bot.picture(answer).orElse(null);
    if (picture == null) {
      return new Reply(show(answer, extras), seenBy, null);
    }
    Label.Speaker words = words(answer.language());
    return new Reply(
        Card.of(answer, extras, words, picture),
        seenBy,
        show(answer, extras.withNote(words.say(Label.NO_PICTURE))));
  }

  /** Help leads to the form for long pastes. */
  private static Extras forHelp(Answer answer, Extras extras) {
    return answer.kind() == Answer.Kind.HELP ? extras.withPaste() : extras;
  }

  /** Whether others may read what was typed, which Discord shows with an answer that they see. */
  private static boolean mayBeRead(String text, Answer answer) {
    return answer.diagnosis() == null && Mask.everything(text).equals(text);
  }

  /** The reply to a text that was pasted, or to a click: for the asker alone. */
  Reply text(Interaction asked, String text) {
    return toAsker(asked, asked(asked, text), "");
  }

  /**
   * The reply to a text whose files are not read.
   *
   * @param why says so
   */
  Reply textAlone(Interaction asked, String text, Label why) {
    return toAsker(asked, asked(asked, text), words(asked).say(why));
  }

  /** Answers what somebody asked, and counts it. */
  private Answer asked(Interaction asked, String text) {
    return counted(asked, () -> readText(asked, text));
  }

  private Answer counted(Interaction asked, Supplier<Answer> answers) {
    long begun = System.nanoTime();
    Answer answer = answers.get();
    listener.answered(
        new QuestionListener.Answered(
            answer.kind(),
            place(asked),
            answer.language(),
            Duration.ofNanos(System.nanoTime() - begun)));
    return answer;
  }

  private static Place place(Interaction asked) {
    return switch (asked.getType()) {
      case COMPONENT -> Place.BUTTON;
      case MODAL_SUBMIT -> Place.FORM;
      default -> asked instanceof MessageContextInteraction ? Place.MESSAGE : Place.COMMAND;
    };
  }

  private Answer readText(Interaction asked, String text) {
    return team.on(asked, inDiscord(bot.answer(text, reader(asked))));
  }

  /** Help tells how one asks in Discord. */
  private Answer inDiscord(Answer answer) {
    return WaysIn.in(answer, words(answer.language()));
  }

  private Answer shared(Interaction asked, Shareable shareable, Locale readers) {
    return team.on(asked, inDiscord(bot.answerShared(shareable, readers)));
  }

  /** Whether a mail server's reply is found in a text. */
  boolean findsReply(Interaction asked, String text) {
    Answer answer = readText(asked, text);
    return answer.diagnosis() != null && !answer.diagnosis().isEmpty();
  }

  /** Begins to read what is answered together. */
  Reading reading(Interaction asked) {
    return bot.reading(reader(asked));
  }

  /** The public answer to something that is fit to be shared, crediting who asked. */
  Reply post(Interaction asked, Shareable shareable) {
    Openness openness = Openness.of(asked);
    if (!openness.allowsAll()) {
      return Reply.toAsker(Card.notices(List.of(reason(asked, openness))));
    }
    Answer answer = shared(asked, shareable, audience(asked));
    if (shareable instanceof Shareable.Kept && !answer.isShareable()) {
      // That it is not kept any more is of no use to others.
      return toAsker(asked, shared(asked, shareable, reader(asked)), "");
    }
    return reply(answer, Extras.posted(asked.getUser().getId()), Visibility.EVERYONE);
  }

  /** The picture that the one who clicks sees beside this, or null. */
  @Nullable Picture picture(Interaction asked, Shareable shareable) {
    return shareable instanceof Shareable.Kept
        ? bot.picture(shared(asked, shareable, reader(asked))).orElse(null)
        : null;
  }

  /** All that is known of it, for the one who clicked, in that reader's language. */
  Reply full(Interaction asked, Shareable shareable) {
    return full(shared(asked, shareable, reader(asked)));
  }

  /** What to do about it, for the one who clicked, in that reader's language. */
  Reply steps(Interaction asked, Shareable shareable) {
    return full(team.on(asked, bot.answerSteps(shareable, reader(asked))));
  }

  private Reply full(Answer answer) {
    return Reply.toAsker(FullAnswer.of(answer, words(answer.language())));
  }

  /**
   * What is said where something went wrong.
   *
   * @param fault the id by which the owner of the bot finds it in the log
   */
  Reply failed(Interaction asked, String fault) {
    return notice(asked, Label.FAILED, fault);
  }

  /** A reply that says one thing only, such as that a file is too large, to the asker alone. */
  Reply notice(Interaction asked, Label label, Object... values) {
    return Reply.toAsker(Card.notices(List.of(words(asked).say(label, values))));
  }

  /**
   * The reply that shows an answer to the asker, who may post it where that is possible.
   *
   * @param note lines in small print; empty for none
   */
  private Reply toAsker(Interaction asked, Answer answer, String note) {
    Extras extras = Extras.toAsker(Openness.of(asked).allowsPost(), note);
    return reply(answer, forHelp(answer, extras), Visibility.ASKER);
  }

  /** A file that was not read, or not all of it, and why. */
  record Unread(String file, DiscordFiles.Problem problem) {}

  /**
   * The reply to all that was read, with a word of what was not.
   *
   * @param isRead whether anything was
   * @param files how many were to be read
   * @param of how many there are
   */
  Reply read(
      Interaction asked, Reading reading, boolean isRead, List<Unread> unread, int files, int of) {
    List<String> notes = new ArrayList<>();
    Map<DiscordFiles.Problem, List<String>> byProblem = new LinkedHashMap<>();
    unread.forEach(
        each -> byProblem.computeIfAbsent(each.problem(), p -> new ArrayList<>()).add(each.file()));
    byProblem.forEach(
        (problem, names) -> {
          String why = problem.say(words(asked));
          notes.add(of == 1 ? why : bot.label("labelled", reader(asked), names(names), why));
        });
    if (files < of) {
      notes.add(words(asked).say(Label.FILE_FIRST_ONLY, of, files));
    }
    return isRead
        ? toAsker(asked, team.on(asked, counted(asked, reading::answer)), String.join("\n", notes))
        : Reply.toAsker(Card.notices(notes));
  }

  private static String names(List<String> files) {
    return files.stream()
        .map(file -> Clip.to(Mask.addresses(file), FILE_NAME))
        .collect(Collectors.joining(", "));
  }

  /** The language of the one who asks or clicks. */
  Locale reader(Interaction asked) {
    return asked.getUserLocale().toLocale();
  }

  /** The language of all who read there: the server's, else the reader's. */
  private Locale audience(Interaction asked) {
    Locale chosen = team.language(asked);
    if (chosen != null) {
      return chosen;
    }
    return asked.isFromGuild() ? asked.getGuildLocale().toLocale() : reader(asked);
  }

  /** The same, unless the question asks for a language. */
  private Locale audience(Interaction asked, Answer answer) {
    Locale named = answer.languageAsked();
    return named == null ? audience(asked) : named;
  }
}
