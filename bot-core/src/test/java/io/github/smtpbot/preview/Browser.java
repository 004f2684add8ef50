package io.github.smtpbot.preview;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's Chromium, where it is installed. */
final class Browser {

  private static final long PATIENCE_SECONDS = 120;

  private final Path program;

  private Browser(Path program) {
    this.program = program;
  }

  static Optional<Browser> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "chromium"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Browser::new);
  }

  /** The page as it is when its scripts have run. */
  String open(Path page, int width, int height) throws IOException, InterruptedException {
    return run(
        List.of("--dump-dom", "--window-size=" + width + "," + height, page.toUri().toString()));
  }

  /** Takes a picture of this much of a page. */
  void photograph(Path page, int width, int height, Path png)
      throws IOException, InterruptedException {
    run(
        List.of(
            "--screenshot=" + png.toAbsolutePath(),
            "--window-size=" + width + "," + height,
            page.toUri().toString()));
  }

  private String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--mute-audio"));
    command.addAll(arguments);
    Path output = Files.createTempFile("preview", ".html");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("chromium did not end: " + command);
      }
      return Files.readString(output, StandardCharsets.UTF_8);
    } finally {
      Files.delete(output);
    }
  }
}
