package io.github.smtpbot.discord;

import io.github.smtpbot.Picture;
import io.github.smtpbot.answer.Citation;
import io.github.smtpbot.catalog.Source;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.replacer.ComponentReplacer;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.jspecify.annotations.Nullable;

/** What all messages have in common. */
final class Messages {

  private static final int SOURCE = 120;

  private Messages() {}

  /** A message of these components that mentions nobody. */
  static MessageCreateData of(List<? extends MessageTopLevelComponent> components) {
    return new MessageCreateBuilder()
        .useComponentsV2()
        .setComponents(components)
        .setAllowedMentions(List.of())
        .mentionRepliedUser(false)
        .build();
  }

  /**
   * The message of a button that was pressed for good: disabled, with another label.
   *
   * @param with the beginning of the ids of those that are disabled with it
   * @param picture that the message has, or null: it has to be sent again
   */
  static MessageEditData pressed(
      ButtonInteractionEvent event, String label, List<String> with, @Nullable Picture picture) {
    ComponentReplacer button =
        ComponentReplacer.of(
            Button.class,
            any -> true,
            any -> {
              String id = Objects.requireNonNullElse(any.getCustomId(), "");
              if (id.equals(event.getComponentId())) {
                return any.withLabel(label).asDisabled();
              }
              return with.stream().anyMatch(id::startsWith) ? any.asDisabled() : any;
            });
    return new MessageEditBuilder()
        .useComponentsV2()
        .setComponents(
            event
                .getMessage()
                .getComponentTree()
                .replace(ComponentReplacer.all(button, pictures(picture)))
                .getComponents())
        .setAllowedMentions(List.of())
        .mentionRepliedUser(false)
        .build();
  }

  /** Else JDA would fetch the picture of the message to send it again. */
  private static ComponentReplacer pictures(@Nullable Picture picture) {
    return ComponentReplacer.of(
        MediaGallery.class, any -> true, any -> picture == null ? null : Gallery.of(picture));
  }

  /**
   * Sources by their names, that lead to them.
   *
   * @param limit of all together, in characters; what has no room is left out
   */
  static String links(List<Source> sources, int limit) {
    StringBuilder line = new StringBuilder();
    for (Citation cited : Citation.of(sources)) {
      String link = cited.before() + link(cited.label(), cited.source());
      if (line.length() + link.length() > limit) {
        break;
      }
      line.append(link);
    }
    return line.toString();
  }

  /** The page under this name; the name alone where its address cannot stand in a link. */
  static String link(String name, Source source) {
    String label = Markdown.escape(name, SOURCE);
    return isPlain(source.url()) ? "[" + label + "](<" + source.url() + ">)" : label;
  }

  /** Whether an address can stand in a link as it is. Ours can; this guards against a slip. */
  private static boolean isPlain(String url) {
    return url.startsWith("https://")
        && url.chars().allMatch(c -> c > ' ' && c < 0x7f && "<>()[]\\`\"".indexOf(c) < 0);
  }
}
