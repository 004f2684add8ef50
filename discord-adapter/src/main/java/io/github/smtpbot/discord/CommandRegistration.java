package io.github.smtpbot.discord;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Registers the bot's commands when it is ready, once for all shards, and only if Discord has
 * others: each registration makes clients load them anew.
 */
final class CommandRegistration extends ListenerAdapter {

  private final List<CommandData> wanted;

  CommandRegistration(List<CommandData> wanted) {
    this.wanted = wanted;
  }

  @Override
  public void onReady(ReadyEvent event) {
    JDA jda = event.getJDA();
    if (jda.getShardInfo().getShardId() != 0) {
      return;
    }
    trying(
        () ->
            jda.retrieveCommands(true)
                .queue(had -> trying(() -> register(jda, had)), Failures::report));
  }

  private void register(JDA jda, List<Command> had) {
    if (!isWanted(had)) {
      jda.updateCommands().addCommands(wanted).queue(null, Failures::report);
    }
  }

  /** The bot may have been closed in the meantime. */
  private static void trying(Runnable request) {
    try {
      request.run();
    } catch (RuntimeException e) {
      Failures.report(e);
    }
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
