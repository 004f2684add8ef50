package io.github.smtpbot.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.Provider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** The same is understood whatever the order, and whatever stands between. */
class AskedPropertiesTest {

  private static final int LIMIT = 64 * 1024;
  private static final Catalog CATALOG = Catalog.builtIn();
  private static final QuestionParser PARSER = new QuestionParser(CATALOG);

  /** Words by which people ask, and what they ask by them. */
  private static final Map<String, Intent> CUES =
      Map.of(
          "permanent", Intent.PERMANENT,
          "temporary", Intent.PERMANENT,
          "retried", Intent.RETRY,
          "try again", Intent.RETRY,
          "whose fault", Intent.WHO,
          "responsible", Intent.WHO,
          "fix", Intent.FIX,
          "what to do", Intent.FIX,
          "ถาวรไหม", Intent.PERMANENT,
          "วิธีแก้", Intent.FIX);

  @Provide
  Arbitrary<String> code() {
    return Arbitraries.of(
        Stream.concat(
                CATALOG.replyCodes().stream().map(facts -> facts.code().text()),
                CATALOG.enhancedCodes().stream()
                    .flatMap(
                        facts ->
                            facts.classes().stream()
                                .map(digit -> facts.code().ofClass(digit).text())))
            .toList());
  }

  @Provide
  Arbitrary<Provider> provider() {
    // Where "hey" comes first, it is a greeting.
    return Arbitraries.of(
        CATALOG.providers().stream().filter(provider -> !provider.id().equals("hey")).toList());
  }

  @Provide
  Arbitrary<String> cue() {
    return Arbitraries.of(CUES.keySet().stream().sorted().toList());
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.of(
        "the",
        "please",
        "our",
        "we",
        "got",
        "a",
        "with it",
        "um",
        "error",
        "customer",
        "smtp",
        "today",
        "ครับ",
        "the mail",
        "this",
        "again and again",
        "server",
        ",",
        "!",
        "😀",
        "bitte");
  }

  private static String shuffled(List<String> parts, List<String> noise, long seed) {
    List<String> words = new ArrayList<>(parts);
    Collections.shuffle(words, new Random(seed));
    List<String> all = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      all.add(words.get(i));
      if (i < noise.size()) {
        all.add(noise.get(i));
      }
    }
    return String.join(" ", all);
  }

  @Property(seed = "1982")
  void aCodeAndAnIntentAreUnderstoodInEveryOrder(
      @ForAll("code") String code,
      @ForAll("cue") String cue,
      @ForAll @Size(max = 2) List<@From("noise") String> noise,
      @ForAll long seed) {
    String text = shuffled(List.of(code, cue), noise, seed);
    Asked asked = PARSER.understand(text, LIMIT).asked();
    assertEquals(List.of(code), asked.codes(), text);
    assertEquals(CUES.get(cue), asked.intent(), text);
  }

  @Property(seed = "1982")
  void aProviderBesidesIsUnderstoodToo(
      @ForAll("code") String code,
      @ForAll("cue") String cue,
      @ForAll("provider") Provider provider,
      @ForAll @Size(max = 3) List<@From("noise") String> noise,
      @ForAll long seed) {
    String text = shuffled(List.of(code, cue, provider.id()), noise, seed);
    Asked asked = PARSER.understand(text, LIMIT).asked();
    assertEquals(List.of(code), asked.codes(), text);
    assertEquals(List.of(provider.id()), asked.mentions().providers(), text);
    assertEquals(CUES.get(cue), asked.intent(), text);
  }

  @Property(seed = "1982")
  void aCodeBesideAProviderAsksWhatTheProviderMeans(
      @ForAll("code") String code,
      @ForAll("provider") Provider provider,
      @ForAll @Size(max = 2) List<@From("noise") String> noise,
      @ForAll long seed) {
    for (String name : names(provider)) {
      String text = shuffled(List.of(code, name), noise, seed);
      Asked asked = PARSER.understand(text, LIMIT).asked();
      assertEquals(Intent.PROVIDER_MEANING, asked.intent(), text);
      assertEquals(List.of(code), asked.codes(), text);
      assertTrue(asked.mentions().providers().contains(provider.id()), text);
    }
  }

  private static List<String> names(Provider provider) {
    return Stream.concat(Stream.of(provider.id()), provider.aliases().stream()).toList();
  }

  @Property(seed = "1982")
  void noTextThatNamesACodeIsLeftWithoutAnAnswer(
      @ForAll("code") String code,
      @ForAll @Size(max = 4) List<@From("noise") String> noise,
      @ForAll long seed) {
    QuestionParser.Understood understood =
        PARSER.understand(shuffled(List.of(code, "?"), noise, seed), LIMIT);
    assertEquals(List.of(code), understood.asked().codes());
    assertEquals(code, understood.question().canonical());
  }
}
