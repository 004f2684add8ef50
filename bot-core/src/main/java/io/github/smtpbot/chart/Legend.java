package io.github.smtpbot.chart;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;

/** The names of the bands below the chart, the lowest band last, as they are stacked. */
final class Legend {

  private static final int ROW = 42;
  private static final int BOX = 28;
  private static final int EDGE = 32;

  private final List<FailureChart.Band> bands;

  Legend(List<FailureChart.Band> bands) {
    this.bands = bands;
  }

  /** In pixels. */
  int height() {
    return bands.size() * ROW + EDGE;
  }

  void paint(Graphics2D graphics, int top) {
    graphics.setColor(Palette.GROUND);
    graphics.fillRect(0, top, ChartPicture.WIDTH, height());
    graphics.setFont(Palette.LETTERS);
    FontMetrics letters = graphics.getFontMetrics();
    int room = ChartPicture.WIDTH - 2 * EDGE - BOX - 16;
    int y = top;
    for (int band = bands.size() - 1; band >= 0; band--) {
      graphics.setColor(Palette.of(bands, band));
      graphics.fillRect(EDGE, y + (ROW - BOX) / 2, BOX, BOX);
      graphics.setColor(Palette.INK);
      int baseline = y + (ROW - letters.getHeight()) / 2 + letters.getAscent();
      graphics.drawString(
          fitting(bands.get(band).name(), letters, room), EDGE + BOX + 16, baseline);
      y += ROW;
    }
  }

  /** A text, cut where it is wider than there is room. */
  static String fitting(String name, FontMetrics letters, int room) {
    if (letters.stringWidth(name) <= room) {
      return name;
    }
    int end = name.length();
    while (end > 0 && letters.stringWidth(name.substring(0, end) + "…") > room) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end) + "…";
  }
}
