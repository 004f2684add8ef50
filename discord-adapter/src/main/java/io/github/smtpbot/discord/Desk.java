package io.github.smtpbot.discord;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Mask;
import io.github.smtpbot.answer.Shareable;
import java.util.Locale;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a person asks and decides who sees it. What is shown to others is always made from
 * the answer's shareable form, never from what was pasted. Safe for use by many threads.
 */
final class Desk {

  private final SmtpBot bot;
  private final AnswerRenderer renderer;
  private final Visibility visibility;

  /**
   * A desk.
   *
   * @param visibility who sees the answer to a question when the asker does not choose
   */
  Desk(SmtpBot bot, Visibility visibility) {
    this.bot = bot;
    this.renderer = new AnswerRenderer(bot::label);
    this.visibility = visibility;
  }

  /** Help, with a button for a long paste. */
  Reply help(Interaction asked, @Nullable Visibility chosen) {
    Answer answer = bot.answer("help", reader(asked));
    boolean everyone = chosen == Visibility.EVERYONE && mayPost(asked);
    return new Reply(
        renderer.render(answer, new Extras(false, true, null)),
        everyone ? Visibility.EVERYONE : Visibility.ASKER);
  }

  /** The reply to a question that was typed. */
  Reply question(Interaction asked, String text, @Nullable Visibility chosen) {
    Answer answer = bot.answer(text, reader(asked));
    Visibility unlessChosen = answer.isAboutCodes() ? visibility : Visibility.ASKER;
    return reply(asked, answer, chosen == null ? unlessChosen : chosen);
  }

  /** The reply to a text that was pasted, or to a click: for the asker alone. */
  Reply text(Interaction asked, String text) {
    return reply(asked, readText(asked, text), Visibility.ASKER);
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
    if (!mayPost(asked)) {
      return notice(asked, "discord.cannot_post");
    }
    Answer answer = bot.answerShared(shareable, reader(asked));
    return new Reply(
        renderer.render(answer, new Extras(false, false, asked.getUser().getId())),
        Visibility.EVERYONE);
  }

  /** A reply that says one thing only, to the asker alone. */
  Reply notice(Interaction asked, String key, Object... values) {
    return Reply.toAsker(renderer.notice(key, reader(asked), values));
  }

  /** The reply that shows an answer, to others only where that is wanted and may be. */
  Reply reply(Interaction asked, Answer answer, Visibility wanted) {
    return reply(asked, answer, wanted, "");
  }

  /** The reply to one of several files, which says to which. */
  Reply replyToFile(Interaction asked, Answer answer, String file, int of) {
    String note =
        of < 2 ? "" : bot.label("discord.file.of_several", reader(asked), Mask.addresses(file), of);
    return reply(asked, answer, Visibility.ASKER, note);
  }

  private Reply reply(Interaction asked, Answer answer, Visibility wanted, String note) {
    boolean mayPost = mayPost(asked);
    if (wanted == Visibility.EVERYONE && mayPost && answer.shareable() != null) {
      Answer shared = bot.answerShared(answer.shareable(), reader(asked));
      return new Reply(renderer.render(shared, Extras.NONE), Visibility.EVERYONE);
    }
    boolean offerPost = mayPost && asked.getContext() != InteractionContextType.BOT_DM;
    MessageCreateData message = renderer.render(answer, new Extras(offerPost, false, null, note));
    return Reply.toAsker(message);
  }

  /**
   * Whether the asker could have written there, and we may: our words are not to be a way round.
   */
  private static boolean mayPost(Interaction asked) {
    if (asked.getMember() == null || !(asked.getChannel() instanceof GuildMessageChannel channel)) {
      return asked.getContext() != InteractionContextType.GUILD;
    }
    return channel.canTalk(asked.getMember())
        && (channel.getGuild().isDetached() || channel.canTalk());
  }

  Locale reader(Interaction asked) {
    return asked.getUserLocale().toLocale();
  }
}
