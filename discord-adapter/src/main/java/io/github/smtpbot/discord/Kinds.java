package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Clip;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.answer.Shareable.Group;
import io.github.smtpbot.answer.Shareable.Groups;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.Message;

/**
 * The menu of the kinds of failures that a text tells of. Each option carries the token of one
 * kind, so that the message itself knows what a button tells of that has no room for all of them.
 */
final class Kinds {

  private static final String BETWEEN = " · ";

  private Kinds() {}

  /** An option for each kind. */
  static List<SelectOption> options(Groups groups, Label.Speaker words) {
    return groups.each().stream()
        .map(one -> SelectOption.of(label(one.groups().get(0), words), one.bareToken()))
        .distinct()
        .limit(DiscordLimits.OPTIONS)
        .toList();
  }

  /** How many, which codes, why, who answered, as far as that is known. */
  private static String label(Group group, Label.Speaker words) {
    Shareable.Found found = group.found();
    String codes =
        Stream.of(
                Optional.ofNullable(found.replyCode()).map(code -> code.text()),
                Optional.ofNullable(found.enhanced()).map(code -> code.text()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    String name =
        Stream.of(codes, words.name(found.cause()), found.provider())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(BETWEEN));
    return Clip.to(group.count() + " × " + name, DiscordLimits.OPTION_TEXT);
  }

  /** The kinds that a message has in its menu; none where it has no such menu. */
  static List<Groups> in(Message message) {
    return message.getComponentTree().findAll(StringSelectMenu.class).stream()
        .flatMap(menu -> menu.getOptions().stream())
        .flatMap(option -> of(option.getValue()).stream())
        .toList();
  }

  /** The kind of an option; empty if it is another one. */
  static Optional<Groups> of(String value) {
    return Shareable.ofToken(value).filter(Groups.class::isInstance).map(Groups.class::cast);
  }
}
