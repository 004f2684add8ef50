package io.github.smtpbot.diagnosis.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file in which storages hold streams as folders hold files (OLE2, Microsoft's MS-CFB), as far as
 * it takes to read one. Whoever wrote it may mean ill: each of its entries belongs to one storage,
 * and in all no more is read than a few times what the file is long, so that time and memory are
 * linear in it however its parts refer to each other. Used by one thread.
 */
final class CompoundFile {

  private static final byte[] SIGNATURE = {
    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
  };

  /** Section 2.2: the header. */
  private static final int HEADER = 512;

  private static final int SECTOR_SHIFT = 30;
  private static final int DIRECTORY_START = 48;
  private static final int SMALL_TABLE_START = 60;
  private static final int MORE_TABLE_START = 68;
  private static final int TABLE_SECTORS = 76;

  /** Section 2.6.1: an entry of the directory. */
  private static final int ENTRY = 128;

  private static final int NAME_LENGTH = 64;
  private static final int TYPE = 66;
  private static final int LEFT = 68;
  private static final int RIGHT = 72;
  private static final int CHILD = 76;
  private static final int START = 116;
  private static final int SIZE = 120;

  private static final int STORAGE = 1;
  private static final int STREAM = 2;
  private static final int ROOT = 5;

  /** Streams that are shorter lie in sectors of 64 bytes, within a stream of the root. */
  private static final int SMALL = 4096;

  private static final int SMALL_SHIFT = 6;

  /** Tables, directory and small streams are read before what is in them; some streams twice. */
  private static final long LENGTHS = 5;

  /**
   * A storage or a stream.
   *
   * @param storage whether it is a storage
   * @param start its first sector
   * @param size in bytes, as it is said to be
   * @param children of a storage
   */
  record Entry(String name, boolean storage, int start, long size, List<Entry> children) {

    /** The child of this name, or null. */
    @Nullable Entry child(String name) {
      for (Entry child : children) {
        if (child.name.equals(name)) {
          return child;
        }
      }
      return null;
    }
  }

  private final ByteBuffer file;
  private final int shift;
  private final int[] next;
  private final int[] nextSmall;
  private final Entry root;
  private final byte[] small;
  private long left;

  private CompoundFile(byte[] bytes) {
    this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.shift = file.getShort(SECTOR_SHIFT);
    this.left = LENGTHS * bytes.length;
    this.next = table();
    this.nextSmall = ints(chain(file.getInt(SMALL_TABLE_START), bytes.length));
    this.root = directory(chain(file.getInt(DIRECTORY_START), bytes.length));
    this.small = chain(root.start(), root.size());
  }

  /** Whether a file says that it is one. */
  static boolean is(byte[] file) {
    return file.length >= HEADER
        && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)
        && (file[SECTOR_SHIFT] == 9 || file[SECTOR_SHIFT] == 12)
        && file[SECTOR_SHIFT + 1] == 0;
  }

  /** Opens one; what is damaged is read as far as it goes. */
  static CompoundFile open(byte[] file) {
    return new CompoundFile(file);
  }

  /** The storage that holds all. */
  Entry root() {
    return root;
  }

  /** What a stream holds, or as much of it as may still be read. */
  byte[] content(Entry stream) {
    if (stream.storage()) {
      return new byte[0];
    }
    return stream.size() < SMALL
        ? small(stream.start(), (int) stream.size())
        : chain(stream.start(), stream.size());
  }

  /** The sector that follows each; the sectors of this table are told in the header, and on. */
  private int[] table() {
    int size = 1 << shift;
    int sectors = Math.max(0, (file.capacity() - 1) / size);
    int[] table = new int[sectors];
    Arrays.fill(table, -1);
    int filled = 0;
    for (int at = TABLE_SECTORS; at < HEADER; at += 4) {
      filled = fill(table, filled, file.getInt(at));
    }
    int more = file.getInt(MORE_TABLE_START);
    for (int steps = 0; steps < sectors && isSector(more); steps++) {
      int at = offset(more);
      int last = Math.min(at + size, file.capacity()) - 4;
      for (; at < last; at += 4) {
        filled = fill(table, filled, file.getInt(at));
      }
      more = at == last ? file.getInt(last) : -1;
    }
    return table;
  }

  private int fill(int[] table, int filled, int sector) {
    if (!isSector(sector)) {
      return filled;
    }
    int at = offset(sector);
    int end = Math.min(at + (1 << shift), file.capacity()) - 3;
    int to = filled;
    for (; at < end && to < table.length; at += 4) {
      table[to] = file.getInt(at);
      to++;
    }
    return to;
  }

  private boolean isSector(int sector) {
    return sector >= 0 && sector < (file.capacity() - 1) >> shift;
  }

  private int offset(int sector) {
    return (sector + 1) << shift;
  }

  private byte[] chain(int start, long size) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int sector = start;
    while (isSector(sector) && out.size() < size && left > 0) {
      int at = offset(sector);
      int length = (int) Math.min(Math.min(1 << shift, file.capacity() - at), size - out.size());
      out.write(file.array(), at, length);
      left -= length;
      sector = next[sector];
    }
    return out.toByteArray();
  }

  private byte[] small(int start, int size) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int sector = start;
    while (sector >= 0
        && sector < nextSmall.length
        && (long) sector << SMALL_SHIFT < small.length
        && out.size() < size
        && left > 0) {
      int at = sector << SMALL_SHIFT;
      int length = Math.min(Math.min(1 << SMALL_SHIFT, small.length - at), size - out.size());
      out.write(small, at, length);
      left -= length;
      sector = nextSmall[sector];
    }
    return out.toByteArray();
  }

  private static int[] ints(byte[] bytes) {
    int[] ints = new int[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(ints);
    return ints;
  }

  /** The tree of entries; the siblings in a storage are a tree of their own. */
  private static Entry directory(byte[] bytes) {
    ByteBuffer directory = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int entries = bytes.length / ENTRY;
    Entry root =
        entries > 0 && directory.get(TYPE) == ROOT
            ? entry(directory, 0)
            : new Entry("", true, -1, 0, List.of());
    BitSet seen = new BitSet(entries);
    Deque<Integer> open = new ArrayDeque<>();
    Deque<Entry> storages = new ArrayDeque<>();
    if (entries > 0) {
      seen.set(0);
      open.push(0);
      storages.push(root);
    }
    while (!open.isEmpty()) {
      int parent = open.pop();
      Entry storage = storages.pop();
      Deque<Integer> siblings = new ArrayDeque<>();
      siblings.push(directory.getInt(parent * ENTRY + CHILD));
      while (!siblings.isEmpty()) {
        int index = siblings.pop();
        if (index < 0 || index >= entries || seen.get(index)) {
          continue;
        }
        seen.set(index);
        int type = directory.get(index * ENTRY + TYPE);
        siblings.push(directory.getInt(index * ENTRY + LEFT));
        siblings.push(directory.getInt(index * ENTRY + RIGHT));
        if (type == STORAGE || type == STREAM) {
          Entry child = entry(directory, index);
          storage.children().add(child);
          if (type == STORAGE) {
            open.push(index);
            storages.push(child);
          }
        }
      }
    }
    return root;
  }

  private static Entry entry(ByteBuffer directory, int index) {
    int at = index * ENTRY;
    int length = Math.max(0, Math.min(NAME_LENGTH, directory.getShort(at + NAME_LENGTH)) - 2);
    byte[] name = new byte[length];
    directory.get(at, name);
    return new Entry(
        new String(name, StandardCharsets.UTF_16LE),
        directory.get(at + TYPE) != STREAM,
        directory.getInt(at + START),
        Integer.toUnsignedLong(directory.getInt(at + SIZE)),
        new ArrayList<>());
  }
}
