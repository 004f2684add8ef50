package io.github.smtpbot.discord.bot;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the bot's commands when its first shard is ready, and only if Discord has others: each
 * registration makes clients load them anew. What fails is tried again, and told, until Discord has
 * the commands: without them nobody can ask. What Discord refuses, it would refuse again, so that
 * is told once and left to the owner of the bot.
 */
final class CommandRegistration extends ListenerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);

  private final String host;
  private final List<CommandData> wanted;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<Boolean> done = new CompletableFuture<>();
  private final Backoff backoff = new Backoff();

  /**
   * A registration.
   *
   * @param host of Discord's REST interface
   * @param mine whether it is for this process to do: the one that holds shard 0
   */
  CommandRegistration(String host, List<CommandData> wanted, boolean mine) {
    this.host = host;
    this.wanted = wanted;
    if (!mine) {
      begun.set(true);
      done.complete(false);
    }
  }

  /** Completes when Discord has the commands, or another process sees to it. */
  CompletableFuture<Boolean> done() {
    return done;
  }

  @Override
  public void onReady(ReadyEvent event) {
    if (begun.compareAndSet(false, true)) {
      attempt(event.getJDA());
    }
  }

  private void attempt(JDA jda) {
    try {
      jda.retrieveCommands(true).queue(had -> register(jda, had), failure -> failed(jda, failure));
    } catch (RuntimeException e) {
      again(jda, e);
    }
  }

  private void register(JDA jda, List<Command> had) {
    if (isWanted(had)) {
      done.complete(true);
      return;
    }
    jda.updateCommands()
        .addCommands(wanted)
        .queue(registered -> done.complete(true), failure -> failed(jda, failure));
  }

  private void failed(JDA jda, Throwable failure) {
    if (failure instanceof ErrorResponseException answer && isRefusal(answer)) {
      LOG.error(
          "{}: Discord refuses the commands ({}), so the bot is not ready, and this is not tried"
              + " again; {}, then start it anew",
          host,
          why(failure),
          remedy(answer, jda));
    } else {
      again(jda, failure);
    }
  }

  /** Whether the same request would be answered so again, whenever it is made. */
  private static boolean isRefusal(ErrorResponseException answer) {
    int status = answer.getResponse().code;
    return status >= 400 && status < 500 && status != 408 && status != 429;
  }

  private static String remedy(ErrorResponseException answer, JDA jda) {
    return answer.getResponse().code == 400
        ? "take another version of smtpbot, or report it"
        : "see what is wrong with the application or its token at"
            + " https://discord.com/developers/applications/"
            + jda.getSelfUser().getApplicationId();
  }

  private void again(JDA jda, Throwable failure) {
    Duration wait = backoff.next();
    try {
      Future<?> unused =
          jda.getGatewayPool().schedule(() -> attempt(jda), wait.toMillis(), TimeUnit.MILLISECONDS);
      LOG.warn(
          "{}: the commands could not be registered ({}), so the bot is not ready; trying again in"
              + " {} s",
          host,
          why(failure),
          Math.max(1, wait.toSeconds()));
    } catch (RejectedExecutionException e) {
      LOG.debug("The bot was closed before its commands were registered");
    }
  }

  private static String why(Throwable failure) {
    return failure instanceof ErrorResponseException refused
        ? String.format(
            "HTTP %d, error %d: %s",
            refused.getResponse().code,
            refused.getErrorCode(),
            refused.getErrorResponse().getMeaning())
        : Causes.of(failure);
  }

  private boolean isWanted(List<Command> had) {
    return described(had.stream().map(CommandData::fromCommand).toList()).equals(described(wanted));
  }

  /** Commands without what Discord adds to them, comparable in any order. */
  private static Set<Map<String, Object>> described(List<CommandData> commands) {
    return commands.stream()
        .map(command -> DataObject.fromJson(command.toData().toJson()).toMap())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
