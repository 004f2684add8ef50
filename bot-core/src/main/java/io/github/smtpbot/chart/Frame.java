package io.github.smtpbot.chart;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is written and drawn around the bands: the title, both axes, and the marks. */
final class Frame {

  private static final int EDGE = 32;
  private static final int ROW = 44;
  private static final int TICK = 10;
  private static final int GAP = 12;

  /** So much higher than the highest band is the plot, to leave room for the marks' labels. */
  private static final double ROOM = 1.3;

  private static final BasicStroke DASHES =
      new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {14, 10}, 0);

  private final FailureChart chart;
  private final Graphics2D graphics;
  private final FontMetrics letters;
  private final List<Long> heights;
  private final double top;
  private final int below;
  private final Rectangle plot;

  /**
   * @param highest the largest count of all bands together in one step
   * @param below where the picture goes on below it
   */
  Frame(FailureChart chart, long highest, int below, Graphics2D graphics) {
    this.chart = chart;
    this.graphics = graphics;
    this.below = below;
    this.letters = graphics.getFontMetrics(Palette.LETTERS);
    this.top = highest * ROOM;
    this.heights = Ticks.ofCounts(highest);
    int left = EDGE + GAP;
    for (long height : heights) {
      left = Math.max(left, EDGE + letters.stringWidth(label(height)) + GAP + TICK);
    }
    int above = EDGE / 2 + ROW * (rows(chart.texts().title()) + rows(chart.texts().counts()));
    int under = ROW * (1 + rows(chart.texts().times())) + TICK;
    this.plot = new Rectangle(left, above, ChartPicture.WIDTH - left - EDGE, below - above - under);
  }

  private static int rows(String text) {
    return text.isEmpty() ? 0 : 1;
  }

  private static String label(long count) {
    return String.format(java.util.Locale.ROOT, "%,d", count);
  }

  /** Where the bands are drawn. */
  Rectangle plot() {
    return plot;
  }

  /** The count at the upper edge of the plot. */
  double top() {
    return top;
  }

  /** Draws over the bands. */
  void paint() {
    int y = EDGE / 2;
    y = row(chart.texts().title(), y, Palette.TITLE);
    row(chart.texts().counts(), y, Palette.LETTERS);
    graphics.setFont(Palette.LETTERS);
    for (long height : heights) {
      horizontal(height);
    }
    for (Ticks.Tick tick : Ticks.ofTimes(chart.start(), chart.end(), chart.zone())) {
      vertical(tick);
    }
    row(chart.texts().times(), below - ROW, Palette.LETTERS);
    for (int i = 0; i < chart.marks().size(); i++) {
      mark(chart.marks().get(i), i);
    }
  }

  private int row(String text, int y, java.awt.Font font) {
    if (text.isEmpty()) {
      return y;
    }
    graphics.setFont(font);
    graphics.setColor(Palette.INK);
    FontMetrics size = graphics.getFontMetrics();
    String fitting = Legend.fitting(text, size, ChartPicture.WIDTH - 2 * EDGE);
    graphics.drawString(fitting, EDGE, y + (ROW - size.getHeight()) / 2 + size.getAscent());
    return y + ROW;
  }

  private void horizontal(long height) {
    int y = plot.y + plot.height - (int) Math.round(height * plot.height / top);
    graphics.setColor(Palette.GRID);
    graphics.setStroke(new BasicStroke(1));
    graphics.drawLine(plot.x - TICK, y, height == 0 ? plot.x + plot.width : plot.x, y);
    String label = label(height);
    graphics.setColor(Palette.INK);
    graphics.drawString(
        label,
        plot.x - TICK - GAP / 2 - letters.stringWidth(label),
        y + letters.getAscent() / 2 - 3);
  }

  private void vertical(Ticks.Tick tick) {
    int x = at(tick.time());
    int bottom = plot.y + plot.height;
    graphics.setColor(Palette.GRID);
    graphics.setStroke(new BasicStroke(2));
    graphics.drawLine(x, bottom, x, bottom + TICK);
    int width = letters.stringWidth(tick.label());
    int start = Math.max(EDGE / 2, Math.min(x - width / 2, ChartPicture.WIDTH - EDGE / 2 - width));
    graphics.setColor(Palette.INK);
    graphics.drawString(tick.label(), start, bottom + TICK + letters.getAscent());
  }

  /** Its label stands beside the line, on the side where there is more room. */
  private void mark(FailureChart.Mark mark, int row) {
    int x = at(mark.time());
    graphics.setColor(Palette.INK);
    graphics.setStroke(DASHES);
    graphics.drawLine(x, plot.y, x, plot.y + plot.height);
    graphics.setFont(Palette.LETTERS.deriveFont(java.awt.Font.BOLD));
    FontMetrics bold = graphics.getFontMetrics();
    String label = Legend.fitting(mark.label(), bold, room(x));
    int width = bold.stringWidth(label);
    int start = isLeft(x, width, row) ? x - GAP - width : x + GAP;
    int y = plot.y + row * ROW;
    graphics.setColor(Palette.GROUND);
    graphics.fillRect(start, y, width, bold.getHeight());
    graphics.setColor(Palette.INK);
    graphics.drawString(label, start, y + bold.getAscent());
  }

  /** The longest label that fits beside a line. */
  private int room(int x) {
    return Math.max(x - plot.x, plot.x + plot.width - x) - GAP;
  }

  /** Of two marks the labels point away from each other, if there is room. */
  private boolean isLeft(int x, int width, int row) {
    boolean last = row > 0;
    boolean fitsLeft = x - GAP - width >= plot.x;
    boolean fitsRight = x + GAP + width <= plot.x + plot.width;
    if (chart.marks().size() == 1 || (!fitsLeft && !fitsRight)) {
      return x - plot.x > plot.width / 2;
    }
    return last ? !fitsRight : fitsLeft;
  }

  private int at(Instant time) {
    double part =
        (double) Duration.between(chart.start(), time).toMillis()
            / Duration.between(chart.start(), chart.end()).toMillis();
    return plot.x + (int) Math.round(Math.max(0, Math.min(1, part)) * plot.width);
  }
}
