package io.github.smtpbot.discord.bot;

import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** The least that a JDA bot with one command can be: what {@code bin/bench bots} measures us by. */
public final class BareJdaBot {

  private BareJdaBot() {}

  public static void main(String[] args) throws Exception {
    JDABuilder.createLight(setting("DISCORD_TOKEN"))
        .setRestConfig(new RestConfig().setBaseUrl(setting("DISCORD_API_URL") + "/v10"))
        .setSessionController(new TestGateway())
        .setCompression(Compression.NONE)
        .addEventListeners(new Echo())
        .build()
        .awaitReady()
        .updateCommands()
        .addCommands(
            Commands.slash("smtp", "Repeats what was asked")
                .setContexts(InteractionContextType.ALL)
                .setIntegrationTypes(IntegrationType.ALL)
                .addOption(OptionType.STRING, "question", "Anything", true))
        .queue();
  }

  private static String setting(String name) {
    return Objects.requireNonNull(System.getenv(name), name);
  }

  /** An ordinary bot does not ask the REST interface where the gateway is. */
  private static final class TestGateway extends SessionControllerAdapter {
    @Override
    public String getGateway() {
      return setting("DISCORD_GATEWAY");
    }
  }

  private static final class Echo extends ListenerAdapter {
    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
      String asked = Objects.requireNonNull(event.getOption("question")).getAsString();
      event
          .replyComponents(TextDisplay.of(asked))
          .useComponentsV2()
          .setAllowedMentions(List.of())
          .mentionRepliedUser(false)
          .queue();
    }
  }
}
