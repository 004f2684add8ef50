package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Finding;
import java.util.List;

/** Tells the kinds of failures that a text tells of, each with what it means and what to do. */
final class GroupsComposer {

  private static final int MAX_CODES = 5;

  private final Words words;
  private final DiagnosisComposer each;

  GroupsComposer(Words words, DiagnosisComposer each) {
    this.words = words;
    this.each = each;
  }

  /** All of them, counted, and where to start. */
  Answer answer(Groups groups, Shareable.Groups shared) {
    Draft draft = draft(groups, shared);
    draft.lead(new Part.Bullets("", groups.lines()));
    Part.Fact start = start(groups);
    draft.lead(new Part.Text(start.label(), start.value()));
    for (Groups.Group group : groups.all()) {
      Finding finding = group.finding();
      Part says = each.says(finding);
      Part step = new Part.Text(words.ui("first_step"), each.step(finding));
      // Where to start is told already.
      boolean told = each.step(finding).equals(start.value());
      draft.detail(
          new Part.Section(
              counted(group),
              DiagnosisComposer.tone(finding),
              told ? List.of(says) : List.of(says, step)));
    }
    brief(draft.brief(), groups);
    return draft.done();
  }

  /** What to do about each. */
  Answer steps(Groups groups, Shareable.Groups shared) {
    Draft draft = draft(groups, shared);
    for (Groups.Group group : groups.all()) {
      draft.lead(new Part.Text(counted(group), each.step(group.finding())));
    }
    return draft.done();
  }

  /** The groups as one screen shows them, and where to start. */
  void brief(BriefDraft brief, Groups groups) {
    brief.title(groups.title()).groups(groups).first(start(groups));
  }

  private Draft draft(Groups groups, Shareable.Groups shared) {
    Finding first = groups.all().get(0).finding();
    Draft draft =
        new Draft(Answer.Kind.DIAGNOSIS, words, groups.title())
            .tone(DiagnosisComposer.tone(first))
            .summary(Brief.text(start(groups)))
            .shareable(shared);
    List<String> codes =
        groups.all().stream()
            .map(group -> group.finding().codes())
            .filter(text -> !text.isEmpty())
            .distinct()
            .limit(MAX_CODES)
            .toList();
    codes.forEach(code -> draft.followUp(code, code));
    groups.all().forEach(group -> draft.sources(each.sources(group.finding())));
    return draft.codes(codes);
  }

  private Part.Fact start(Groups groups) {
    Finding first = groups.all().get(0).finding();
    return new Part.Fact(
        words.ui("groups.start", DiagnosisComposer.subject(first, words)), each.step(first));
  }

  private String counted(Groups.Group group) {
    return words.ui("groups.count", group.count()) + " " + each.title(group.finding());
  }
}
