package io.github.smtpbot.discord;

import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;

/** Whether all who read a place may see an answer there; and if not, why not. */
enum Openness {
  OPEN(null),
  /** The bot's own direct messages: there is nobody else. */
  NOBODY_ELSE(null),
  /** Our words are not to be a way round. */
  ASKER_MAY_NOT_WRITE(Label.PRIVATE_ASKER),
  /** The channel hides the bot, or does not let it write. */
  BOT_MAY_NOT_WRITE(Label.PRIVATE_BOT),
  /** Discord shows what a member's own app says to that member alone. */
  APP_OF_THE_ASKER(Label.PRIVATE_APP);

  private final @Nullable Label reason;

  Openness(@Nullable Label reason) {
    this.reason = reason;
  }

  /** Says why an answer is for the asker alone; null where it need not be. */
  @Nullable Label reason() {
    return reason;
  }

  /** Whether a button that posts is of use there. */
  boolean allowsPost() {
    return this == OPEN;
  }

  /** Whether an answer that all may see can be given there. */
  boolean allowsAll() {
    return this == OPEN || this == NOBODY_ELSE;
  }

  /** Of the place where something was asked or clicked. */
  static Openness of(Interaction asked) {
    Member member = asked.getMember();
    if (member == null || !(asked.getChannel() instanceof GuildMessageChannel channel)) {
      return switch (asked.getContext()) {
        case BOT_DM -> NOBODY_ELSE;
        case PRIVATE_CHANNEL -> OPEN;
        case GUILD, UNKNOWN -> BOT_MAY_NOT_WRITE;
      };
    } else if (!mayWrite(member, channel)) {
      return ASKER_MAY_NOT_WRITE;
    } else if (!channel.getGuild().isDetached()) {
      return channel.canTalk() ? OPEN : BOT_MAY_NOT_WRITE;
    }
    return asked.getIntegrationOwners().isGuildIntegration()
            || member.hasPermission(channel, Permission.USE_EXTERNAL_APPLICATIONS)
        ? OPEN
        : APP_OF_THE_ASKER;
  }

  /**
   * By the permissions that Discord sends along. Of a thread in a server that the bot is no member
   * of, JDA knows no parent, and refuses to say who may talk there.
   */
  private static boolean mayWrite(Member member, GuildMessageChannel channel) {
    if (!(channel instanceof ThreadChannel thread) || !thread.isDetached()) {
      return channel.canTalk(member);
    }
    // Who is asked in a private thread is in it, or manages it.
    return member.hasPermission(
        thread, Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND_IN_THREADS);
  }
}
