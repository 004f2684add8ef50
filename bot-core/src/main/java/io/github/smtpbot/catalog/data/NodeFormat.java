package io.github.smtpbot.catalog.data;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The compiled form of a catalog file: the same nodes, in a form that is read in a few milliseconds
 * where parsing YAML in a fresh Java machine takes hundreds.
 */
public final class NodeFormat {

  private static final int SCALAR = 0;
  private static final int SEQUENCE = 1;
  private static final int MAPPING = 2;

  private NodeFormat() {}

  /** Writes a node; all of it has to come from one file, which the reader names again. */
  public static void write(Node node, DataOutputStream out) throws IOException {
    if (node instanceof Node.Scalar scalar) {
      writeHead(out, SCALAR, scalar.place().line());
      writeText(out, scalar.value());
    } else if (node instanceof Node.Sequence sequence) {
      writeHead(out, SEQUENCE, sequence.place().line());
      out.writeInt(sequence.items().size());
      for (Node item : sequence.items()) {
        write(item, out);
      }
    } else if (node instanceof Node.Mapping mapping) {
      writeHead(out, MAPPING, mapping.place().line());
      out.writeInt(mapping.entries().size());
      for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
        writeText(out, entry.getKey());
        write(entry.getValue(), out);
      }
    }
  }

  /**
   * Reads a node that {@link #write} wrote.
   *
   * @throws java.nio.BufferUnderflowException if some of it is missing
   */
  public static Node read(String file, ByteBuffer in) throws IOException {
    int kind = in.get();
    Place place = new Place(file, in.getInt());
    switch (kind) {
      case SCALAR -> {
        return new Node.Scalar(place, readText(in));
      }
      case SEQUENCE -> {
        int size = in.getInt();
        List<Node> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          items.add(read(file, in));
        }
        return new Node.Sequence(place, Collections.unmodifiableList(items));
      }
      case MAPPING -> {
        int size = in.getInt();
        Map<String, Node> entries = new LinkedHashMap<>(size * 2);
        for (int i = 0; i < size; i++) {
          entries.put(readText(in), read(file, in));
        }
        return new Node.Mapping(place, Collections.unmodifiableMap(entries));
      }
      default -> throw new IOException("not a compiled catalog file: " + file);
    }
  }

  private static void writeHead(DataOutputStream out, int kind, int line) throws IOException {
    out.writeByte(kind);
    out.writeInt(line);
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
