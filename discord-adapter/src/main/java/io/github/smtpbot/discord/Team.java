package io.github.smtpbot.discord;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.note.NoteBook;
import io.github.smtpbot.team.TeamCommands;
import io.github.smtpbot.team.TeamSettings;
import java.util.Locale;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server has noted and chosen for itself, where the program keeps that. Safe for use by many
 * threads.
 */
final class Team {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpDiscordPlugin.class);

  private final SmtpBot bot;
  private final NoteBook notes;
  private final TeamSettings settings;
  private final TeamCommands commands;

  Team(SmtpBot bot, NoteBook notes, TeamSettings settings) {
    this.bot = bot;
    this.notes = notes;
    this.settings = settings;
    this.commands = new TeamCommands(bot, notes, settings);
  }

  /** The server; empty in a direct message. */
  private static String place(Interaction asked) {
    Guild guild = asked.getGuild();
    return guild == null ? "" : "discord " + guild.getId();
  }

  /** The same answer below the notes that fit it. */
  Answer on(Interaction asked, Answer answer) {
    return notes.on(place(asked), answer, bot::label);
  }

  /** The language of what all read there; null unless one was chosen. */
  @Nullable Locale language(Interaction asked) {
    return settings.language(place(asked));
  }

  /**
   * Who sees an answer about codes there when the asker does not choose.
   *
   * @param unlessChosen what the program is set to
   */
  Visibility visibility(Interaction asked, Visibility unlessChosen) {
    return settings.visibility(place(asked), Visibility.ASKER, Visibility.EVERYONE, unlessChosen);
  }

  /** Whether a text is about notes or settings, and no question. */
  boolean handles(String text) {
    return commands.handles(text);
  }

  /** Does what is asked of notes or settings, and says what became of it. */
  TeamCommands.Outcome command(Interaction asked, String text, Locale locale) {
    TeamCommands.Member member =
        new TeamCommands.Member(
            place(asked), asked.getUser().getEffectiveName(), () -> isAdmin(asked));
    TeamCommands.Outcome outcome = commands.answer(member, text, locale);
    if (!outcome.done().isEmpty()) {
      LOG.info("{}: {}, by {}", member.place(), outcome.done(), asked.getUser().getId());
    }
    return outcome;
  }

  /** By the permissions that Discord sends along, which are those in the channel. */
  private static boolean isAdmin(Interaction asked) {
    Member member = asked.getMember();
    return member != null
        && asked.getChannel() instanceof GuildChannel channel
        && member.hasPermission(channel, Permission.MANAGE_SERVER);
  }
}
