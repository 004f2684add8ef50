package io.github.smtpbot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A message as Outlook saves it, written by Apache POI, which the program itself does not use. */
public final class OutlookMessage {

  private final POIFSFileSystem file;
  private final DirectoryEntry storage;
  private final int header;
  private int recipients;
  private int attachments;

  /** A message of this class, such as {@code IPM.Note}. */
  public OutlookMessage(String kind) {
    this(new POIFSFileSystem(), kind);
  }

  private OutlookMessage(POIFSFileSystem file, String kind) {
    this(file, file.getRoot(), 32);
    properties(0, 0);
    property("001A", kind);
  }

  private OutlookMessage(POIFSFileSystem file, DirectoryEntry storage, int header) {
    this.file = file;
    this.storage = storage;
    this.header = header;
  }

  /** A property in Unicode. */
  public OutlookMessage property(String number, String text) {
    return stream("__substg1.0_" + number + "001F", text.getBytes(StandardCharsets.UTF_16LE));
  }

  /** A property in a code page, as older versions wrote it. */
  public OutlookMessage property(String number, String text, Charset charset) {
    return stream("__substg1.0_" + number + "001E", text.getBytes(charset));
  }

  /** A property of bytes. */
  public OutlookMessage property(String number, byte[] bytes) {
    return stream("__substg1.0_" + number + "0102", bytes);
  }

  /** The properties that are numbers, of which there is one. */
  public OutlookMessage properties(int number, int value) {
    ByteBuffer bytes = ByteBuffer.allocate(header + 16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort(header, (short) 3).putShort(header + 2, (short) number);
    bytes.putInt(header + 8, value);
    try {
      if (storage.hasEntryCaseInsensitive("__properties_version1.0")) {
        storage.getEntryCaseInsensitive("__properties_version1.0").delete();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stream("__properties_version1.0", bytes.array());
  }

  /** One more recipient. */
  public OutlookMessage recipient() {
    return in(storage, "__recip_version1.0_#" + String.format("%08X", recipients++), 8);
  }

  /** One more attachment. */
  public OutlookMessage attachment() {
    return in(storage, "__attach_version1.0_#" + String.format("%08X", attachments++), 8);
  }

  /** One more attachment, of this content. */
  public OutlookMessage attach(String name, String type, byte[] content) {
    attachment().property("3707", name).property("370E", type).property("3701", content);
    return this;
  }

  /** A message that is attached. */
  public OutlookMessage attached() {
    return in(attachment().storage, "__substg1.0_3701000D", 24);
  }

  private OutlookMessage in(DirectoryEntry parent, String name, int itsHeader) {
    try {
      OutlookMessage part = new OutlookMessage(file, parent.createDirectory(name), itsHeader);
      return part.properties(0, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A stream of any name. */
  public OutlookMessage stream(String name, byte[] bytes) {
    try {
      storage.createDocument(name, new ByteArrayInputStream(bytes));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of the file. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      file.writeFilesystem(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
