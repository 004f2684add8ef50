package io.github.smtpbot.slack;

import com.slack.api.bolt.context.Context;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.note.NoteBook;
import io.github.smtpbot.team.TeamCommands;
import io.github.smtpbot.team.TeamSetting;
import io.github.smtpbot.team.TeamSettings;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a workspace has noted and chosen for itself, where the program keeps that. Safe for use by
 * many threads.
 */
final class Team {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpSlackPlugin.class);

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

  /** The workspace; empty if it is not known. */
  static String place(Context context) {
    return SmtpSlackPlugin.place(context.getTeamId());
  }

  /** Whether there stands anything above an answer there. */
  boolean hasNotes(String place, Answer answer) {
    return !on(place, answer).brief().notes().isEmpty();
  }

  /** The same answer below the notes that fit it. */
  Answer on(String place, Answer answer) {
    return notes.on(place, answer, bot::label);
  }

  /** The language of what all read there; null unless one was chosen. */
  @Nullable Locale language(String place) {
    return settings.language(place);
  }

  /**
   * Who sees the answer to the command there at first.
   *
   * @param unlessChosen what the program is set to
   */
  Visibility visibility(String place, Visibility unlessChosen) {
    return settings.visibility(place, Visibility.EPHEMERAL, Visibility.IN_CHANNEL, unlessChosen);
  }

  /** Whether the reaction asks there. */
  boolean reacts(String place) {
    return settings.get(place, TeamSetting.REACTION).equals("on");
  }

  /** Whether a workspace may choose anything. */
  boolean canChoose() {
    return !settings.isNone();
  }

  /** What holds there. */
  String chosen(String place, TeamSetting setting) {
    return settings.get(place, setting);
  }

  /**
   * Chooses for the workspace, if the member may.
   *
   * @param value one of the setting's
   */
  void choose(Context context, String userId, TeamSetting setting, String value, Locale locale) {
    TeamCommands.Member member =
        new TeamCommands.Member(place(context), "", () -> isAdmin(context, userId));
    tell(member, commands.choose(member, setting, value, locale), userId);
  }

  /** Whether a text is about notes or settings, and no question. */
  boolean handles(String text) {
    return commands.handles(text);
  }

  /**
   * Does what is asked of notes or settings.
   *
   * @param name what Slack calls the member
   */
  SlackMessage command(
      Context context, @Nullable String userId, @Nullable String name, String text, Locale locale) {
    TeamCommands.Member member =
        new TeamCommands.Member(
            place(context), name == null ? "" : name, () -> isAdmin(context, userId));
    TeamCommands.Outcome outcome = commands.answer(member, text, locale);
    tell(member, outcome, userId);
    return SlackMessage.of(outcome);
  }

  /** In the log. */
  private static void tell(
      TeamCommands.Member member, TeamCommands.Outcome outcome, @Nullable String userId) {
    if (!outcome.done().isEmpty()) {
      LOG.info("{}: {}, by {}", member.place(), outcome.done(), userId);
    }
  }

  /** Whether a member decides for the workspace; nobody does of whom Slack does not say so. */
  static boolean isAdmin(Context context, @Nullable String userId) {
    if (userId == null) {
      return false;
    }
    try {
      UsersInfoResponse response = context.client().usersInfo(call -> call.user(userId));
      User user = response.getUser();
      return user != null && (user.isAdmin() || user.isOwner() || user.isPrimaryOwner());
    } catch (IOException | SlackApiException | RuntimeException e) {
      Failures.report(e);
      return false;
    }
  }
}
