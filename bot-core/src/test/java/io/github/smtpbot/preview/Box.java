package io.github.smtpbot.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a picture.
 *
 * @param html how it looks
 * @param height the estimate of its height on a phone, in pixels
 */
public record Box(String html, int height) {

  /** Boxes below each other. */
  public static Box stack(List<Box> boxes, int gap) {
    return new Box(
        boxes.stream().map(Box::html).collect(Collectors.joining("\n")),
        boxes.stream().mapToInt(Box::height).sum() + gap * Math.max(0, boxes.size() - 1));
  }

  /** The same in an element of this class, which adds so much to its height. */
  public Box in(String cssClass, int more) {
    return new Box("<div class=\"" + cssClass + "\">" + html + "</div>", height + more);
  }

  /**
   * Things side by side, wrapped at the end of the line.
   *
   * @param high how high each is, in pixels
   * @param room how wide the line is, in pixels
   */
  public static Box row(List<Item> each, int high, int gap, int room) {
    int rows = 1;
    double used = 0;
    List<String> shown = new ArrayList<>();
    for (Item item : each) {
      if (used > 0 && used + gap + item.width() > room) {
        rows++;
        used = 0;
      }
      used += (used > 0 ? gap : 0) + item.width();
      shown.add(item.html());
    }
    return new Box(String.join("", shown), rows * high + (rows - 1) * gap);
  }

  /** One of several things side by side; its width is in pixels. */
  public record Item(String html, double width) {}

  /** Text that is shown as it is. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\n", "<br>");
  }
}
