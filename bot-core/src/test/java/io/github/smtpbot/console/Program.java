package io.github.smtpbot.console;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Runs the terminal program as a shell would, with its own input, environment and terminal. */
final class Program {

  private final Map<String, String> environment = new HashMap<>();
  private byte[] in = new byte[0];
  private boolean terminal;

  /** What a run left. */
  record Run(int exit, String out, String err) {}

  static Run run(String... args) {
    return new Program().with(args);
  }

  Program environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Program input(String text) {
    return input(text.getBytes(StandardCharsets.UTF_8));
  }

  Program input(byte[] bytes) {
    in = bytes;
    return this;
  }

  Program onTerminal() {
    terminal = true;
    return this;
  }

  Run with(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.run(
            new Main.Surroundings(
                new ByteArrayInputStream(in),
                new PrintWriter(out),
                OutputStream.nullOutputStream(),
                new PrintWriter(err),
                environment,
                terminal),
            args);
    return new Run(exit, out.toString(), err.toString());
  }
}
