package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.Cues;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.ProviderNames;
import io.github.smtpbot.question.Question;
import io.github.smtpbot.question.QuestionParser;
import java.util.List;
import java.util.stream.Stream;

/** Lists the providers, causes, commands or ports that can be asked about. */
final class ListComposer {

  private static final List<Source> PORT_SOURCES =
      List.of(
          new Source("RFC 8314 §3.3", "https://www.rfc-editor.org/rfc/rfc8314#section-3.3"),
          new Source("RFC 6409 §3.1", "https://www.rfc-editor.org/rfc/rfc6409#section-3.1"),
          new Source(
              "RFC 5321 §4.5.4.2", "https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.2"));

  private final Catalog catalog;
  private final Words words;

  ListComposer(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
  }

  Answer answer(Asked asked) {
    Cues.Listed listed = asked.mentions().listed().get(0);
    String key = "list." + OneAspect.key(listed);
    Draft draft = new Draft(Answer.Kind.BROWSE, words, words.ui(key));
    int count =
        switch (listed) {
          case PROVIDERS -> providers(draft);
          case CAUSES -> causes(draft);
          case COMMANDS -> commands(draft);
          case PORTS -> ports(draft);
        };
    String summary = words.ui(key + ".summary", count);
    for (Cues.Listed other : Cues.Listed.values()) {
      if (other != listed) {
        String name = OneAspect.key(other);
        draft.followUp(words.ui("list." + name), "list " + name);
      }
    }
    return draft.summary(summary).shareable(asked.canonical(catalog)).done();
  }

  private int providers(Draft draft) {
    for (Provider.Kind kind : Provider.Kind.values()) {
      draft.lead(
          new Part.Choices(
              words.ui("kind." + OneAspect.key(kind)),
              catalog.providers().stream()
                  .filter(provider -> provider.kind() == kind)
                  .map(
                      provider ->
                          new Part.Choice(
                              ProviderNames.asked(provider.id(), catalog), provider.name()))
                  .toList()));
    }
    return catalog.providers().size();
  }

  private int causes(Draft draft) {
    List<Part.Choice> causes =
        Stream.of(Cause.values())
            .filter(cause -> cause != Cause.OTHER && cause != Cause.SUCCESS)
            .map(cause -> new Part.Choice(cause.label(), words.cause(cause).name()))
            .toList();
    draft.lead(new Part.Choices("", causes));
    return causes.size();
  }

  private int ports(Draft draft) {
    QuestionParser.PORTS.forEach(port -> draft.lead(ofPort(port, words)));
    draft.sources(PORT_SOURCES);
    return QuestionParser.PORTS.size();
  }

  /** What one of the {@linkplain QuestionParser#PORTS ports} is for. */
  static Part.Text ofPort(String port, Words words) {
    return new Part.Text(words.ui("port", port), words.ui("port." + port));
  }

  private int commands(Draft draft) {
    List<Part.Choice> commands =
        Stream.of(Command.values())
            .map(
                command ->
                    new Part.Choice(
                        new Question.CommandReplies(command).canonical(),
                        words.command(command).name()))
            .toList();
    draft.lead(new Part.Choices("", commands));
    return commands.size();
  }
}
