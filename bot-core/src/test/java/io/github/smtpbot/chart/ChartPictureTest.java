package io.github.smtpbot.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.chart.FailureChart.Band;
import io.github.smtpbot.chart.FailureChart.Mark;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartPictureTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-11-27T00:00:00Z");
  private static final FailureChart.Texts TEXTS =
      new FailureChart.Texts("What <failed>", "every 30 min", "on 2026-11-27, UTC", "All is well");

  @Test
  void aBandCoversAsMuchAsItCounts() throws IOException {
    BufferedImage picture = picture(chart(steady("mailbox full", 30), steady("greylisted", 10)));
    long full = pixels(picture, Palette.band(0));
    long greylisted = pixels(picture, Palette.band(1));
    assertEquals(3.0, (double) full / greylisted, 0.15);
  }

  @Test
  void everyBandIsSeenInAColourOfItsOwn() throws IOException {
    BufferedImage picture =
        picture(
            chart(
                IntStream.range(0, FailureChart.MAX_BANDS)
                    .mapToObj(i -> steady("group " + i, 10))
                    .toArray(Band[]::new)));
    for (int i = 0; i < FailureChart.MAX_BANDS; i++) {
      assertTrue(pixels(picture, Palette.band(i)) > 5_000, "band " + i);
    }
  }

  /** What was pasted is in memory alone, and a container may have no disk to write to. */
  @Test
  void aPictureIsDrawnWithoutAFile(@TempDir Path folder) throws IOException {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    ImageIO.setCacheDirectory(gone.toFile());
    try {
      Files.delete(gone);

      assertTrue(ChartPicture.png(chart(steady("mailbox full", 30))).length > 0);
    } finally {
      ImageIO.setCacheDirectory(null);
    }
  }

  @Test
  void theMarkIsALineFromTopToBottom() throws IOException {
    FailureChart plain = chart(steady("mailbox full", 30));
    FailureChart marked =
        new FailureChart(
            plain.start(),
            plain.step(),
            plain.zone(),
            plain.bands(),
            List.of(new Mark(MIDNIGHT.plus(Duration.ofHours(14)), "14:00")),
            TEXTS);
    assertTrue(pixels(picture(marked), Palette.INK) > pixels(picture(plain), Palette.INK) + 1_000);
  }

  @Test
  void theGroundIsItsOwnInLightAndInDarkMode() throws IOException {
    BufferedImage picture = picture(chart(steady("mailbox full", 30)));
    assertFalse(picture.getColorModel().hasAlpha());
    assertEquals(Palette.GROUND.getRGB(), picture.getRGB(2, 2));
  }

  @Test
  void anSvgHoldsTheNamesAsText() {
    String svg = ChartPicture.svg(chart(steady("mailbox full", 30), steady("a & <b>", 10)));
    assertTrue(svg.contains(">mailbox full<"), svg.substring(0, 500));
    assertTrue(svg.contains("a &amp; &lt;b"), svg.substring(0, 500));
    assertFalse(svg.contains("<b>"));
  }

  @Test
  void anSvgIsReadWithoutBeingSeen() {
    FailureChart plain = chart(steady("mailbox full", 30));
    String svg =
        ChartPicture.svg(
                new FailureChart(
                    plain.start(),
                    plain.step(),
                    plain.zone(),
                    plain.bands(),
                    List.of(
                        new Mark(MIDNIGHT.plus(Duration.ofHours(7)), "since 07:00"),
                        new Mark(MIDNIGHT.plus(Duration.ofHours(8)), "until 08:00")),
                    TEXTS))
            .replaceAll("\\s+>", ">");
    assertTrue(svg.contains("role=\"img\""));
    assertTrue(svg.contains("<title>What &lt;failed&gt;</title>"), svg.substring(0, 900));
    assertTrue(svg.contains("<desc>All is well</desc>"));
    for (String text :
        List.of(
            "What &lt;failed&gt;",
            "every 30 min",
            "on 2026-11-27, UTC",
            "since 07:00",
            "until 08:00",
            "12:00",
            "20")) {
      assertTrue(svg.contains(">" + text + "<"), text + " is written as text");
    }
  }

  @Test
  void bandsAreDrawnWhereTheAxesSay() throws IOException {
    Band late = new Band("late", IntStream.range(0, 48).mapToObj(i -> i >= 24 ? 10L : 0L).toList());
    BufferedImage picture = picture(chart(late));
    int left = ChartPicture.WIDTH;
    int right = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < 600; y++) {
        if (picture.getRGB(x, y) == Palette.band(0).getRGB()) {
          left = Math.min(left, x);
          right = Math.max(right, x);
        }
      }
    }
    FailureChart plain = chart(late);
    Frame frame = new Frame(plain, 10, 826, picture.createGraphics());
    assertEquals(frame.plot().getCenterX(), left, 4);
    assertEquals(frame.plot().getMaxX(), right, 4);
  }

  @Test
  void theTicksAreTimesOfTheClock() {
    List<Ticks.Tick> day =
        Ticks.ofTimes(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(24)), ZoneOffset.UTC);
    assertEquals(
        List.of("11-27", "06:00", "12:00", "18:00", "11-28"),
        day.stream().map(Ticks.Tick::label).toList());
    for (Duration length :
        List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofDays(3),
            Duration.ofDays(400),
            Duration.ofDays(100_000))) {
      int count = Ticks.ofTimes(MIDNIGHT, MIDNIGHT.plus(length), ZoneOffset.UTC).size();
      assertTrue(count >= 1 && count <= 8, length + ": " + count);
    }
    assertEquals(List.of(0L, 5L, 10L, 15L), Ticks.ofCounts(15));
    assertEquals(List.of(0L, 1L), Ticks.ofCounts(1));
  }

  @Test
  void oneStepIsDrawnToo() throws IOException {
    assertTrue(
        pixels(
                picture(
                    new FailureChart(
                        MIDNIGHT,
                        Duration.ofMinutes(5),
                        ZoneOffset.UTC,
                        List.of(new Band("mailbox full", List.of(3L))),
                        List.of(),
                        TEXTS)),
                Palette.band(0))
            > 100_000);
  }

  @Test
  void bandsOfDifferentLengthsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> chart(steady("a", 1), new Band("b", Collections.nCopies(3, 1L))));
  }

  @Test
  void brightnessAloneTellsNeighboursApart() {
    for (int i = 1; i < FailureChart.MAX_BANDS; i++) {
      double difference = brightness(Palette.band(i)) - brightness(Palette.band(i - 1));
      assertTrue(Math.abs(difference) > 0.1, "bands " + (i - 1) + " and " + i + ": " + difference);
    }
  }

  /** A colour means the same in every picture, and so does grey. */
  @Test
  void theRestIsGreyHoweverManyBandsThereAre() {
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < FailureChart.MAX_BANDS; i++) {
      List<Band> all = new ArrayList<>(bands);
      all.add(new Band("others", List.of(1L), true));
      Color rest = Palette.of(all, i);
      assertTrue(rest.getRed() == rest.getGreen() && rest.getGreen() == rest.getBlue());
      if (i > 0) {
        double difference = brightness(rest) - brightness(Palette.of(all, i - 1));
        assertTrue(Math.abs(difference) > 0.1, "above " + i + ": " + difference);
      }
      bands.add(steady("group " + i, 1));
    }
  }

  private static double brightness(Color colour) {
    return (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue()) / 255;
  }

  private static FailureChart chart(Band... bands) {
    return new FailureChart(
        MIDNIGHT, Duration.ofMinutes(30), ZoneOffset.UTC, List.of(bands), List.of(), TEXTS);
  }

  private static Band steady(String name, long count) {
    return new Band(name, new ArrayList<>(Collections.nCopies(48, count)));
  }

  private static BufferedImage picture(FailureChart chart) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(ChartPicture.png(chart)));
    assertNotNull(picture);
    assertEquals(ChartPicture.WIDTH, picture.getWidth());
    assertEquals(ChartPicture.HEIGHT, picture.getHeight());
    return picture;
  }

  private static long pixels(BufferedImage picture, Color colour) {
    int wanted = colour.getRGB();
    long count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (picture.getRGB(x, y) == wanted) {
          count++;
        }
      }
    }
    return count;
  }
}
