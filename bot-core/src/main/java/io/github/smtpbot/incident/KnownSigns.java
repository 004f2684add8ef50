package io.github.smtpbot.incident;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.House;
import io.github.smtpbot.catalog.Provider;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What tells replies apart although it looks like a host or a number: hosts by which the catalog
 * knows a provider, and marks such as {@code S3150} or {@code AUP#In-1010}. Immutable.
 */
final class KnownSigns {

  /** What a mark may be longer by where the catalog leaves its end open. */
  private static final int OPEN_END = 12;

  private final Set<String> hosts = new HashSet<>();
  private final Set<String> words = new HashSet<>();

  /** By the letters that marks begin with, how long the longest of them is. */
  private final Map<String, Integer> marks = new HashMap<>();

  KnownSigns(Catalog catalog) {
    for (Provider provider : catalog.providers()) {
      hosts.addAll(provider.hosts());
      provider.marks().forEach(this::mark);
      provider.phrases().forEach(this::phrase);
      House house = provider.house();
      if (house != null) {
        hosts.addAll(house.hosts());
        house.marks().forEach(this::mark);
        house.phrases().forEach(this::phrase);
      }
      for (Provider.Rule rule : provider.rules()) {
        if (rule.mark() != null) {
          mark(rule.mark());
        }
        rule.phrases().forEach(this::phrase);
      }
    }
  }

  private void mark(String mark) {
    String bare = mark.startsWith("(") || mark.startsWith("[") ? mark.substring(1) : mark;
    int letters = 0;
    while (letters < bare.length() && Character.isLetter(bare.charAt(letters))) {
      letters++;
    }
    if (letters > 0 && letters < bare.length()) {
      int longest = bare.length() + (bare.indexOf('*') < 0 ? 0 : OPEN_END);
      marks.merge(bare.substring(0, letters).toUpperCase(Locale.ROOT), longest, Math::max);
    }
  }

  private void phrase(String phrase) {
    for (String word : List.of(phrase.split(" "))) {
      if (word.chars().anyMatch(Character::isDigit)) {
        words.add(word.toUpperCase(Locale.ROOT));
      }
    }
  }

  /** Whether a word with a digit in it is one by which the catalog tells replies apart. */
  boolean isSign(String word, int letters) {
    if (words.contains(word.toUpperCase(Locale.ROOT))) {
      return true;
    }
    Integer longest =
        letters == 0 ? null : marks.get(word.substring(0, letters).toUpperCase(Locale.ROOT));
    return longest != null && word.length() <= longest;
  }

  /** The ending of a host by which the catalog knows a provider; empty if there is none. */
  String ending(String host) {
    String rest = host.toLowerCase(Locale.ROOT);
    while (!rest.isEmpty()) {
      if (hosts.contains(rest)) {
        return rest;
      }
      int dot = rest.indexOf('.');
      rest = dot < 0 ? "" : rest.substring(dot + 1);
    }
    return "";
  }
}
