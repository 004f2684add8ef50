package io.github.smtpbot.catalog.data;

/**
 * A place in a catalog file.
 *
 * @param file the file's path below the catalog's folder
 * @param line the line, from 1
 */
public record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
