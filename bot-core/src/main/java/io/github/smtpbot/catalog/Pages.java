package io.github.smtpbot.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog has from each page that it cites. Immutable and safe for use by many threads;
 * making it reads every provider.
 */
public final class Pages {

  private final Map<String, Page> pages = new HashMap<>();

  /** The pages that this catalog cites. */
  public Pages(Catalog catalog) {
    Map<String, Draft> drafts = new HashMap<>();
    for (ReplyCodeFacts facts : catalog.replyCodes()) {
      facts.sources().forEach(source -> add(drafts, source, facts.code()));
    }
    for (EnhancedCodeFacts facts : catalog.enhancedCodes()) {
      facts.sources().forEach(source -> add(drafts, source, facts.code()));
    }
    for (Provider provider : catalog.providers()) {
      draft(drafts, provider.page()).ofProvider(provider);
      for (Provider.Rule rule : provider.rules()) {
        draft(drafts, rule.source()).rule(provider, rule);
      }
    }
    drafts.forEach((key, draft) -> pages.put(key, draft.done()));
    pages.remove("");
  }

  /** What is known from the page at this address; null if the catalog does not cite it. */
  public @Nullable Page find(String url) {
    return PageAddress.keys(url).stream()
        .filter(pages::containsKey)
        .findFirst()
        .map(pages::get)
        .orElse(null);
  }

  private static void add(Map<String, Draft> drafts, Source source, Code code) {
    draft(drafts, source).codes.add(code);
  }

  private static Draft draft(Map<String, Draft> drafts, Source source) {
    List<String> keys = PageAddress.keys(source.url());
    return drafts.computeIfAbsent(keys.isEmpty() ? "" : keys.get(0), key -> new Draft(source));
  }

  /**
   * A page that is cited.
   *
   * @param source its name and address
   * @param codes the codes that are explained after it, in order; may be empty
   * @param provider whose replies it tells of: the one with the most of them; or null
   * @param rules what it says of that provider's replies; empty where it is cited for the provider
   *     as a whole
   */
  public record Page(
      Source source, List<Code> codes, @Nullable Provider provider, List<Provider.Rule> rules) {}

  private static final class Draft {

    private final Source source;
    private final Set<Code> codes = new LinkedHashSet<>();
    private final Map<String, Provider> providers = new HashMap<>();
    private final Map<String, List<Provider.Rule>> rules = new HashMap<>();

    /** In the order in which they were met, so that the first of equals is always the same. */
    private final List<String> order = new ArrayList<>();

    private Draft(Source source) {
      this.source = source;
    }

    private void ofProvider(Provider provider) {
      if (providers.putIfAbsent(provider.id(), provider) == null) {
        order.add(provider.id());
        rules.put(provider.id(), new ArrayList<>());
      }
    }

    private void rule(Provider provider, Provider.Rule rule) {
      ofProvider(provider);
      List<Provider.Rule> all = rules.get(provider.id());
      if (all != null) {
        all.add(rule);
      }
    }

    private Page done() {
      String most = null;
      int count = -1;
      for (String id : order) {
        int size = rules.getOrDefault(id, List.of()).size();
        if (size > count) {
          most = id;
          count = size;
        }
      }
      return new Page(
          source,
          List.copyOf(codes),
          most == null ? null : providers.get(most),
          most == null ? List.of() : List.copyOf(rules.getOrDefault(most, List.of())));
    }
  }
}
