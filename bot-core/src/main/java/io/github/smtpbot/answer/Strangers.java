package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.Asked;
import io.github.smtpbot.question.Question;
import io.github.smtpbot.question.UnknownCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells of what stands beside a code, and is none of SMTP's, what it is: {@code 252 and 404}. */
final class Strangers {

  private static final int MAX_TOLD = 3;

  private final Words words;

  Strangers(Words words) {
    this.words = words;
  }

  /** The answer with a notice on what it is not about. */
  Answer told(Asked asked, Answer answer) {
    if (asked.mentions().strangers().isEmpty() || asked.mentions().subjects().isEmpty()) {
      return answer;
    }
    String text =
        asked.mentions().strangers().stream()
            .limit(MAX_TOLD)
            .map(this::of)
            .collect(Collectors.joining(" "));
    List<Part> lead = new ArrayList<>(answer.lead());
    Part.Notice notice = new Part.Notice(text);
    lead.add(notice);
    Brief brief = answer.brief();
    return answer.with(
        new BriefDraft(words, brief).notice(notice).done(brief.title(), brief.sources()),
        List.copyOf(lead));
  }

  private String of(String stranger) {
    Question.NoSuchCode.Why why = UnknownCodes.whyStrange(stranger);
    return words.ui("stranger." + OneAspect.key(why), stranger);
  }
}
