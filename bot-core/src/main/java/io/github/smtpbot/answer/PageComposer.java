package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Pages;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.question.ProviderNames;
import java.util.List;

/** Tells what is known from a page of the web: a provider's replies, or the codes it explains. */
final class PageComposer {

  private static final int MAX_LISTED = 20;

  private final Catalog catalog;
  private final Words words;
  private final CodeParts parts;
  private final ProviderReplies replies;

  PageComposer(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.parts = new CodeParts(catalog, words);
    this.replies = new ProviderReplies(catalog, words);
  }

  Answer page(Pages.Page page) {
    Provider provider = page.provider();
    Draft draft =
        new Draft(
            page.rules().isEmpty() ? Answer.Kind.BROWSE : Answer.Kind.SEARCH,
            words,
            page.source().label());
    if (provider != null && !page.rules().isEmpty()) {
      List<String> lines =
          page.rules().stream().map(replies::line).distinct().limit(MAX_LISTED).toList();
      draft.lead(new Part.Bullets(words.ui("provider.by_code", provider.name()), lines));
      draft.brief().lines(lines);
      draft.summary(words.ui("page.replies", provider.name(), page.rules().size()));
      draft.shareable(ProviderNames.asked(provider.id(), catalog));
    }
    if (!page.codes().isEmpty()) {
      draft.offerCodes(new Part.Choices(words.ui("page.codes"), parts.choices(page.codes())));
      if (page.rules().isEmpty()) {
        draft.summary(words.ui("page.summary", page.codes().size()));
      }
    }
    return draft.sources(List.of(page.source())).done();
  }
}
