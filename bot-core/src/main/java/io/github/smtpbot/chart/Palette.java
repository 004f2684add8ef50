package io.github.smtpbot.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.List;

/**
 * The colours, and how large letters are. The picture has a ground of its own, so that it reads the
 * same in light and in dark mode; neighbours differ in brightness, not in hue alone.
 */
final class Palette {

  /** Okabe and Ito's colours for all kinds of colour vision, ordered so that neighbours differ. */
  private static final List<Color> BANDS =
      List.of(
          new Color(0x0072B2),
          new Color(0xE69F00),
          new Color(0xD55E00),
          new Color(0x56B4E9),
          new Color(0x009E73),
          new Color(0xF0E442),
          new Color(0x999999));

  /** The rest is grey in every picture: lighter than the last, from which most others differ. */
  private static final Color REST = new Color(0xC4C4C4);

  static final Color GROUND = Color.WHITE;
  static final Color INK = new Color(0x1F2328);
  static final Color GRID = new Color(0xD8DEE4);

  /** At the width of a phone, a third of the picture's, these are letters of ten points. */
  static final Font LETTERS = new Font(Font.SANS_SERIF, Font.PLAIN, 30);

  static final Font TITLE = LETTERS.deriveFont(Font.BOLD, 34);

  private Palette() {}

  static Color band(int index) {
    return BANDS.get(index);
  }

  /** The colour of one of these. */
  static Color of(List<FailureChart.Band> bands, int index) {
    return bands.get(index).rest() && index < BANDS.size() - 1 ? REST : band(index);
  }
}
