package io.github.smtpbot.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws a chart, without a screen. Thread-safe. */
public final class ChartPicture {

  /** In pixels. */
  public static final int WIDTH = 1200;

  /** In pixels. */
  public static final int HEIGHT = 800;

  private ChartPicture() {}

  /**
   * As PNG, {@link #WIDTH} by {@link #HEIGHT} pixels.
   *
   * @throws ChartException if this machine cannot draw: it has no fonts, or Java no desktop module
   */
  public static byte[] png(FailureChart chart) {
    return drawn(
        () -> {
          BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
          Graphics2D graphics = image.createGraphics();
          graphics.setRenderingHint(
              RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
          paint(chart, graphics);
          graphics.dispose();
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          ImageIO.write(image, "png", bytes);
          return bytes.toByteArray();
        });
  }

  /**
   * As SVG.
   *
   * @throws ChartException as {@link #png}
   */
  public static String svg(FailureChart chart) {
    return drawn(
        () -> {
          SVGGraphics2D graphics =
              new SVGGraphics2D(
                  DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument());
          graphics.setSVGCanvasSize(new java.awt.Dimension(WIDTH, HEIGHT));
          paint(chart, graphics);
          StringWriter text = new StringWriter();
          graphics.stream(text, true);
          graphics.dispose();
          return text.toString();
        });
  }

  /** Whether the letters of this machine hold all of a text. */
  public static boolean canWrite(String text) {
    return drawn(() -> Palette.LETTERS.canDisplayUpTo(text) < 0);
  }

  private interface Drawing<T> {
    T draw() throws IOException, ParserConfigurationException;
  }

  /** A machine without fonts, or a Java without a desktop, ends in an error of the class loader. */
  private static <T> T drawn(Drawing<T> drawing) {
    try {
      return drawing.draw();
    } catch (IOException
        | ParserConfigurationException
        | RuntimeException
        | LinkageError
        | InternalError e) {
      throw new ChartException(e);
    }
  }

  private static void paint(FailureChart chart, Graphics2D graphics) {
    Legend legend = new Legend(chart.bands());
    int height = HEIGHT - legend.height();
    chart(chart, height).paint(graphics, WIDTH, height);
    legend.paint(graphics, height);
  }

  private static XYChart chart(FailureChart chart, int height) {
    XYChart drawn =
        new XYChartBuilder().width(WIDTH).height(height).theme(Styler.ChartTheme.Matlab).build();
    style(drawn, chart);
    addBands(drawn, chart);
    FailureChart.Mark mark = chart.mark();
    if (mark != null) {
      double at = mark.time().toEpochMilli();
      drawn.addAnnotation(new AnnotationLine(at, true, false));
      drawn.addAnnotation(label(chart, mark, at));
    }
    return drawn;
  }

  /** Stacked: each band is drawn with what lies below it, the highest first. */
  private static void addBands(XYChart drawn, FailureChart chart) {
    List<Date> times = new ArrayList<>();
    for (int i = 0; i <= chart.steps(); i++) {
      times.add(Date.from(chart.start().plus(chart.step().multipliedBy(i))));
    }
    for (int top = chart.bands().size() - 1; top >= 0; top--) {
      List<Long> heights = new ArrayList<>();
      for (int i = 0; i < chart.steps(); i++) {
        heights.add(height(chart, top, i));
      }
      heights.add(heights.get(heights.size() - 1)); // A step ends where the next would begin.
      XYSeries series = drawn.addSeries(chart.bands().get(top).name(), times, heights);
      series.setFillColor(Palette.band(top));
      series.setLineColor(Palette.GROUND);
      series.setLineStyle(new BasicStroke(2));
      series.setMarker(SeriesMarkers.NONE);
    }
  }

  private static long height(FailureChart chart, int top, int step) {
    long height = 0;
    for (int band = 0; band <= top; band++) {
      height += chart.bands().get(band).counts().get(step);
    }
    return height;
  }

  /** Beside the line, on the side where there is more room. */
  private static AnnotationText label(FailureChart chart, FailureChart.Mark mark, double at) {
    long length = chart.step().multipliedBy(chart.steps()).toMillis();
    long before = Duration.between(chart.start(), mark.time()).toMillis();
    double aside = length * (before * 2 > length ? -0.07 : 0.07);
    return new AnnotationText(mark.label(), at + aside, highest(chart) * 1.08, false);
  }

  private static long highest(FailureChart chart) {
    long highest = 1;
    for (int i = 0; i < chart.steps(); i++) {
      highest = Math.max(highest, height(chart, chart.bands().size() - 1, i));
    }
    return highest;
  }

  private static void style(XYChart drawn, FailureChart chart) {
    AxesChartStyler styler = drawn.getStyler();
    drawn.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.StepArea);
    styler
        .setDatePattern(pattern(chart))
        .setTimezone(TimeZone.getTimeZone(chart.zone()))
        .setYAxisMin(0.0)
        .setYAxisMax(highest(chart) * 1.15)
        .setYAxisDecimalPattern("#,##0")
        .setXAxisTickMarkSpacingHint(220)
        .setYAxisTickMarkSpacingHint(110)
        .setAxisTickLabelsFont(Palette.LETTERS)
        .setAxisTickLabelsColor(Palette.INK)
        .setPlotGridVerticalLinesVisible(false)
        .setPlotGridLinesColor(Palette.GRID)
        .setPlotMargin(0);
    styler
        .setChartBackgroundColor(Palette.GROUND)
        .setPlotBackgroundColor(Palette.GROUND)
        .setPlotBorderVisible(false)
        .setPlotContentSize(1)
        .setChartTitleVisible(false)
        .setChartPadding(24)
        .setChartFontColor(Palette.INK)
        .setLegendVisible(false)
        .setAnnotationLineColor(Palette.INK)
        .setAnnotationLineStroke(
            new BasicStroke(
                4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {14, 10}, 0))
        .setAnnotationTextFont(Palette.LETTERS.deriveFont(java.awt.Font.BOLD))
        .setAnnotationTextFontColor(Palette.INK);
  }

  /** A day's failures are read by the hour, more of them by the day. */
  private static String pattern(FailureChart chart) {
    Duration length = chart.step().multipliedBy(chart.steps());
    return length.compareTo(Duration.ofDays(2)) < 0 ? "HH:mm" : "yyyy-MM-dd";
  }
}
