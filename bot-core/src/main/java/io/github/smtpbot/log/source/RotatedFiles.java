package io.github.smtpbot.log.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the files of rotated sets in the order of time: {@code mail.log-20261101.gz}, {@code
 * mail.log.2.gz}, {@code mail.log.1}, {@code mail.log}; of multilog {@code @4000….s}, {@code
 * current}.
 */
final class RotatedFiles {

  private static final List<String> PACKED = List.of(".gz", ".bz2", ".xz", ".zst");

  /**
   * Where a file stands in its set.
   *
   * @param base the name that the set has in common, with its folder
   * @param dated the date in its name; a file without one is newer
   * @param turns how many rotations ago it was written
   */
  private record Place(Path file, String base, String dated, int turns) {}

  private RotatedFiles() {}

  /** The same files; sets in the order in which they were named first. */
  static List<Path> inTime(List<Path> files) {
    Map<String, List<Place>> sets = new LinkedHashMap<>();
    for (Path file : files) {
      Place place = place(file);
      sets.computeIfAbsent(place.base, base -> new ArrayList<>()).add(place);
    }
    List<Path> ordered = new ArrayList<>();
    for (List<Place> set : sets.values()) {
      set.sort(
          Comparator.comparing((Place place) -> place.dated.isEmpty())
              .thenComparing(Place::dated)
              .thenComparing(Comparator.comparingInt(Place::turns).reversed()));
      set.forEach(place -> ordered.add(place.file));
    }
    return ordered;
  }

  private static Place place(Path file) {
    Path named = file.getFileName();
    String folder = file.getParent() == null ? "" : file.getParent() + "/";
    String name = named == null ? "" : named.toString();
    for (String suffix : PACKED) {
      if (name.endsWith(suffix)) {
        name = name.substring(0, name.length() - suffix.length());
      }
    }
    if (name.startsWith("@4") && name.length() >= 17) {
      return new Place(file, folder + "current", name, 0);
    }
    int digits = name.length();
    while (digits > 0 && isOfDate(name.charAt(digits - 1))) {
      digits--;
    }
    // The mark before the digits is a dot or a hyphen: "mail.log.2", "mail.log-20261101-120000".
    while (digits < name.length() && !isDigit(name.charAt(digits))) {
      digits++;
    }
    String number = name.substring(digits);
    boolean marked =
        digits > 1 && (name.charAt(digits - 1) == '.' || name.charAt(digits - 1) == '-');
    if (!marked || number.isEmpty()) {
      return new Place(file, folder + name, "", -1);
    }
    String base = folder + name.substring(0, digits - 1);
    return number.length() < 6
        ? new Place(file, base, "", Integer.parseInt(number.replace("-", "")))
        : new Place(file, base, number, 0);
  }

  private static boolean isOfDate(char c) {
    return isDigit(c) || c == '-';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
