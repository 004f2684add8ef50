package io.github.smtpbot.measure;

/** The least that a Java program can do: what the terminal's start is measured by. */
public final class Hello {

  private Hello() {}

  public static void main(String[] args) {
    System.out.println("Hello");
  }
}
