package io.github.smtpbot.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets by AES-GCM with a key of 256 bits, and opens what this key or an earlier one has
 * sealed. What is sealed is bound to its place, so that no row can take the place of another. Safe
 * for use by many threads.
 */
final class Keys {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** How much of a key's digest tells it from others. */
  private static final int ID_BYTES = 8;

  private final String current;
  private final Map<String, SecretKey> keys;
  private final SecureRandom random = new SecureRandom();

  private Keys(String current, Map<String, SecretKey> keys) {
    this.current = current;
    this.keys = keys;
  }

  /**
   * Reads keys in base64.
   *
   * @param old a list with commas; may be empty
   */
  static Keys of(String key, String old) throws StoreException {
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    String current = add(key, StoreSettings.KEY, keys);
    for (String each : old.split(",", -1)) {
      if (!each.isBlank()) {
        add(each.strip(), StoreSettings.OLD_KEYS, keys);
      }
    }
    return new Keys(current, keys);
  }

  private static String add(String key, String name, Map<String, SecretKey> keys)
      throws StoreException {
    byte[] bytes = decode(key);
    if (bytes.length != KEY_BYTES) {
      throw StoreException.setting(
          name + " is not 32 bytes in base64; openssl rand -base64 32 makes a key");
    }
    String id = id(bytes);
    keys.put(id, new SecretKeySpec(bytes, "AES"));
    return id;
  }

  private static byte[] decode(String key) {
    try {
      return Base64.getDecoder().decode(key);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** Tells one key from another, and nothing of it. */
  private static String id(byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("smtpbot: the id of a key".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(key), 0, ID_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The id of the key that seals. */
  String current() {
    return current;
  }

  boolean knows(String id) {
    return keys.containsKey(id);
  }

  /**
   * Seals a secret with the current key.
   *
   * @param place where it will stand; the same is needed to open it
   * @return letters and digits, {@code -} and {@code _}
   */
  String seal(String secret, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, current, nonce, place)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is missing", e);
    }
  }

  /**
   * Opens what was sealed.
   *
   * @param id of the key that sealed it
   * @throws StoreException if that key is not known, or if it was changed
   */
  String open(String sealed, String id, String place) throws StoreException {
    if (!knows(id)) {
      throw StoreException.setting(
          "a secret in the database was sealed with another key than "
              + StoreSettings.KEY
              + "; if that was changed, name the earlier one in "
              + StoreSettings.OLD_KEYS);
    }
    try {
      byte[] all = Base64.getUrlDecoder().decode(sealed);
      byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
      return new String(
          cipher(Cipher.DECRYPT_MODE, id, nonce, place)
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES),
          StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw StoreException.unavailable("a secret in the database is damaged");
    }
  }

  private Cipher cipher(int mode, String id, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, keys.get(id), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  @Override
  public String toString() {
    return "Keys[" + current + "]";
  }
}
