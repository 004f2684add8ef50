package io.github.smtpbot.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGSyntax;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Draws a chart, without a screen. Thread-safe. */
public final class ChartPicture {

  /** In pixels. */
  public static final int WIDTH = 1200;

  /** In pixels. */
  public static final int HEIGHT = 900;

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
          // Given a plain stream, ImageIO would keep the picture in a file for a while.
          try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
          }
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
          graphics.stream(described(graphics.getRoot(), chart.texts()), text, true, false);
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

  /** With a title and a description, which are read out where the picture is not seen. */
  private static Element described(Element root, FailureChart.Texts texts) {
    root.setAttribute("role", "img");
    Node first = root.getFirstChild();
    root.insertBefore(element(root, "title", texts.title()), first);
    root.insertBefore(element(root, "desc", texts.description()), first);
    return root;
  }

  private static Element element(Element root, String name, String text) {
    Element element = root.getOwnerDocument().createElementNS(SVGSyntax.SVG_NAMESPACE_URI, name);
    element.setTextContent(text);
    return element;
  }

  private static void paint(FailureChart chart, Graphics2D graphics) {
    graphics.setColor(Palette.GROUND);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    Legend legend = new Legend(chart.bands());
    int below = HEIGHT - legend.height();
    Frame frame = new Frame(chart, highest(chart), below, graphics);
    Rectangle plot = frame.plot();
    graphics.translate(plot.x, plot.y);
    chart(chart, plot, frame.top()).paint(graphics, plot.width, plot.height);
    graphics.translate(-plot.x, -plot.y);
    graphics.setClip(null);
    frame.paint();
    legend.paint(graphics, below);
  }

  private static XYChart chart(FailureChart chart, Rectangle plot, double top) {
    XYChart drawn =
        new XYChartBuilder()
            .width(plot.width)
            .height(plot.height)
            .theme(Styler.ChartTheme.Matlab)
            .build();
    style(drawn, top);
    addBands(drawn, chart);
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
      series.setFillColor(Palette.of(chart.bands(), top));
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

  private static long highest(FailureChart chart) {
    long highest = 1;
    for (int i = 0; i < chart.steps(); i++) {
      highest = Math.max(highest, height(chart, chart.bands().size() - 1, i));
    }
    return highest;
  }

  /** The bands alone: what is written is drawn as text, which this library draws as shapes. */
  private static void style(XYChart drawn, double top) {
    AxesChartStyler styler = drawn.getStyler();
    drawn.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.StepArea);
    styler
        .setYAxisMin(0.0)
        .setYAxisMax(top)
        .setAxisTicksVisible(false)
        .setAxisTitlesVisible(false)
        .setPlotGridLinesVisible(false)
        .setPlotTicksMarksVisible(false)
        .setPlotMargin(0);
    styler
        .setChartBackgroundColor(Palette.GROUND)
        .setPlotBackgroundColor(Palette.GROUND)
        .setPlotBorderVisible(false)
        .setPlotContentSize(1)
        .setChartTitleVisible(false)
        .setChartPadding(0)
        .setLegendVisible(false);
  }
}
