package io.github.smtpbot.preview;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * Writes the pictures of a platform: a page for each language, width and theme, and each picture as
 * PNG where there is a browser. Prints how high they are beside the aims.
 */
public final class Gallery {

  private static final List<String> LANGUAGES = List.of("en", "th");
  private static final List<String> WIDTHS = List.of("phone", "desktop");
  private static final List<String> THEMES = List.of("light", "dark");
  private static final int GAP = 24;
  private static final int LABEL = 28;
  private static final int COLUMNS = 6;

  /** Writes into the page where each picture is. */
  private static final String MEASURE =
      """
      <script>
      const told = [...document.querySelectorAll('.picture')].map(p => {
        const r = p.getBoundingClientRect();
        return [p.id, Math.round(r.x), Math.round(r.y), Math.round(r.width), Math.round(r.height)].join(' ');
      });
      told.push('page 0 0 0 ' + document.body.scrollHeight);
      document.documentElement.dataset.places = told.join('|');
      </script>
      """;

  private final Path folder;
  private final String platform;
  private final Optional<Browser> browser = Browser.installed();
  private final Map<String, Integer> heights = new LinkedHashMap<>();

  private Gallery(Path folder, String platform) {
    this.folder = folder;
    this.platform = platform;
  }

  /** Where a picture is on its page, in pixels. */
  private record Place(int x, int y, int width, int height) {}

  /**
   * Writes all pictures of a platform.
   *
   * @param folder is made if it is not there
   * @param platform {@code slack} or {@code discord}: names its files and its style
   */
  public static void write(Path folder, String platform, List<Picture> pictures)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Gallery gallery = new Gallery(folder, platform);
    for (String language : LANGUAGES) {
      List<Picture> shown =
          pictures.stream().filter(picture -> picture.language().equals(language)).toList();
      for (String width : WIDTHS) {
        for (String theme : THEMES) {
          gallery.sheet(shown, language, width, theme);
        }
      }
    }
    gallery.index(pictures);
    gallery.print(pictures);
  }

  private void sheet(List<Picture> pictures, String language, String width, String theme)
      throws IOException, InterruptedException {
    String name = String.join("-", platform, language, width, theme);
    Path page = folder.resolve(name + ".html");
    Files.writeString(page, page(pictures, width, theme));
    if (browser.isEmpty()) {
      return;
    }
    int columns = width.equals("phone") ? COLUMNS : COLUMNS / 2;
    int wide = columns * ((width.equals("phone") ? 375 : 720) + GAP) + GAP;
    Map<String, Place> places = places(browser.get().open(page, wide, 1000));
    Path all = folder.resolve(name + ".png");
    browser.get().photograph(page, wide, Objects.requireNonNull(places.get("page")).height(), all);
    BufferedImage sheet = ImageIO.read(all.toFile());
    Path pngs = Files.createDirectories(folder.resolve(name));
    for (Picture picture : pictures) {
      Place place = Objects.requireNonNull(places.get(picture.scene().id()));
      BufferedImage one = sheet.getSubimage(place.x(), place.y(), place.width(), place.height());
      ImageIO.write(one, "png", pngs.resolve(picture.scene().id() + ".png").toFile());
      if (width.equals("phone")) {
        heights.put(language + " " + picture.scene().id(), place.height());
      }
    }
  }

  private String page(List<Picture> pictures, String width, String theme) throws IOException {
    String body =
        pictures.stream()
            .map(
                picture ->
                    "<div class=\"labelled\" style=\"padding-top:"
                        + LABEL
                        + "px\"><span>"
                        + Box.escape(picture.scene().label())
                        + "</span><div class=\"picture\" id=\""
                        + picture.scene().id()
                        + "\">"
                        + picture.box().html()
                        + "</div></div>\n")
            .collect(Collectors.joining());
    return "<!doctype html><html><head><meta charset=\"utf-8\"><style>"
        + style("page")
        + style(platform)
        + "</style></head><body class=\""
        + String.join(" ", platform, width, theme)
        + "\">"
        + body
        + MEASURE
        + "</body></html>";
  }

  private static String style(String name) throws IOException {
    String file = "/preview/" + name + ".css";
    try (InputStream in = Objects.requireNonNull(Gallery.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Map<String, Place> places(String page) throws IOException {
    String start = "data-places=\"";
    int from = page.indexOf(start) + start.length();
    if (from < start.length()) {
      throw new IOException("the browser has measured nothing");
    }
    Map<String, Place> places = new LinkedHashMap<>();
    for (String line : page.substring(from, page.indexOf('"', from)).split("\\|", -1)) {
      String[] told = line.split(" ", -1);
      places.put(
          told[0],
          new Place(
              Integer.parseInt(told[1]),
              Integer.parseInt(told[2]),
              Integer.parseInt(told[3]),
              Integer.parseInt(told[4])));
    }
    return places;
  }

  /** A page of all pictures beside each other; of links to the pages where there are none. */
  private void index(List<Picture> pictures) throws IOException {
    StringBuilder html = new StringBuilder("<h1>" + platform + "</h1>");
    html.append("<pre>").append(Box.escape(table(pictures))).append("</pre>");
    for (String language : LANGUAGES) {
      for (String width : WIDTHS) {
        for (String theme : THEMES) {
          String name = String.join("-", platform, language, width, theme);
          html.append("<a href=\"" + name + ".html\">" + name + "</a> ");
        }
      }
    }
    if (browser.isPresent()) {
      for (Picture picture : pictures) {
        if (picture.language().equals(LANGUAGES.get(0))) {
          html.append(all(picture.scene()));
        }
      }
    }
    Files.writeString(folder.resolve(platform + ".part"), html);
    StringBuilder parts = new StringBuilder();
    for (String each : List.of("slack", "discord")) {
      Path part = folder.resolve(each + ".part");
      if (Files.exists(part)) {
        parts.append(Files.readString(part));
      }
    }
    Files.writeString(
        folder.resolve("index.html"),
        "<!doctype html><html><head><meta charset=\"utf-8\"><title>smtpbot: preview</title><style>"
            + style("page")
            + "</style></head><body class=\"index\">"
            + parts
            + "</body></html>");
  }

  private String all(Scene scene) {
    StringBuilder html = new StringBuilder("<h2>" + Box.escape(scene.label()) + "</h2><div>");
    for (String width : WIDTHS) {
      for (String theme : THEMES) {
        for (String language : LANGUAGES) {
          String name = String.join("-", platform, language, width, theme);
          html.append(
              "<figure><img loading=\"lazy\" src=\"%s/%s.png\" alt=\"%s\"><figcaption>%s</figcaption></figure>"
                  .formatted(name, scene.id(), Box.escape(scene.label()), name));
        }
      }
    }
    return html.append("</div>").toString();
  }

  private void print(List<Picture> pictures) {
    System.out.print(table(pictures));
    System.out.println(folder.resolve("index.html").toUri());
  }

  private String table(List<Picture> pictures) {
    List<String> lines = new ArrayList<>();
    lines.add(
        platform
            + ", heights on a phone in px"
            + (browser.isPresent() ? ", measured in Chromium" : ", estimated: no chromium here"));
    for (Picture picture : pictures) {
      Scene scene = picture.scene();
      String key = picture.language() + " " + scene.id();
      int height = heights.getOrDefault(key, picture.box().height());
      String aim =
          scene.aim() == 0
              ? ""
              : "  aim " + scene.aim() + (height <= scene.aim() ? "" : "  TOO HIGH");
      lines.add(
          "%6d  (estimate %d)  %s  %s%s"
              .formatted(height, picture.box().height(), picture.language(), scene.label(), aim));
    }
    return String.join("\n", lines) + "\n";
  }
}
