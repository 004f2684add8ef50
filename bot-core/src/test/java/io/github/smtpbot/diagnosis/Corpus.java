package io.github.smtpbot.diagnosis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.smtpbot.catalog.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The real bounces and replies under {@code corpus/}, and what should be read out of them. */
public final class Corpus {

  private static final String FOLDER = "/corpus/";

  private Corpus() {}

  /** A bounce and its records, one for each recipient. */
  public record Bounce(String name, List<Map<String, String>> records) {
    public byte[] message() {
      return bytes("bounces/" + name);
    }
  }

  /** A reply: its text and what is expected of it; a field that is not written is missing. */
  public record Reply(String id, String text, Map<String, String> expected) {}

  /** The bounces, in the order of their names. */
  public static List<Bounce> bounces() {
    List<Bounce> bounces = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(open("bounces/expected.json"))) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        List<Map<String, String>> records = new ArrayList<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.START_OBJECT) {
          records.add(fields(json));
        }
        bounces.add(new Bounce(name, records));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bounces;
  }

  /** The replies, in their order. */
  public static List<Reply> replies() {
    List<Reply> replies = new ArrayList<>();
    String lines = new String(bytes("provider-replies/replies.jsonl"), StandardCharsets.UTF_8);
    for (String line : lines.lines().filter(text -> !text.isBlank()).toList()) {
      try (JsonParser json = new JsonFactory().createParser(line)) {
        json.nextToken();
        Map<String, String> fields = fields(json);
        replies.add(
            new Reply(
                Objects.requireNonNull(fields.get("id")),
                Objects.requireNonNull(fields.get("text")),
                fields));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return replies;
  }

  /**
   * A text from a public thread.
   *
   * @param right each field's values that are right, {@code null} among them where nothing is to be
   *     told
   */
  record Posted(String id, String kind, String text, Map<String, Set<String>> right) {

    /** Whether it is kept apart, to notice rules that fit only what they were made for. */
    boolean isHeldOut() {
      return Integer.parseInt(id.substring(1)) % 3 == 0;
    }

    boolean isRight(String field, @Nullable String told) {
      return right.getOrDefault(field, Set.of("null")).contains(String.valueOf(told));
    }
  }

  /** The texts of a file, which is no part of this project. */
  static List<Posted> threads(Path file) throws IOException {
    List<Posted> threads = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      try (JsonParser json = new JsonFactory().createParser(line)) {
        Map<String, Set<String>> fields = new HashMap<>();
        String name = "";
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          if (token == JsonToken.FIELD_NAME) {
            name = json.currentName().replace("_also", "");
          } else if (token.isScalarValue()) {
            fields.computeIfAbsent(name, key -> new HashSet<>()).add(json.getText());
          }
        }
        threads.add(
            new Posted(one(fields, "id"), one(fields, "kind"), one(fields, "text"), fields));
      }
    }
    return threads;
  }

  private static String one(Map<String, Set<String>> fields, String name) {
    return Objects.requireNonNull(fields.get(name), name).iterator().next();
  }

  private static Map<String, String> fields(JsonParser json) throws IOException {
    Map<String, String> fields = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        fields.put(name, json.getText());
      }
    }
    return fields;
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Corpus.class.getResourceAsStream(FOLDER + name), name);
  }

  static byte[] bytes(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The causes that a reason of the bounces' expectation stands for; null if it is not judged. */
  static @Nullable Set<Cause> causes(String reason) {
    String labels = REASONS.get(reason);
    if (labels == null) {
      return null;
    }
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    for (String label : labels.split(" ", -1)) {
      causes.add(Cause.ofLabel(label).orElseThrow());
    }
    return causes;
  }

  /** As in the corpora's README. */
  private static final Map<String, String> REASONS = new LinkedHashMap<>();

  static {
    REASONS.put("userunknown", "user_unknown");
    REASONS.put("hasmoved", "mailbox_moved");
    REASONS.put("suspend", "mailbox_disabled");
    REASONS.put("mailboxfull", "mailbox_full");
    REASONS.put("filtered", "user_unknown policy_rejection mailbox_disabled spam_content");
    REASONS.put(
        "rejected", "sender_rejected policy_rejection spf_dkim_dmarc_failure domain_not_found");
    REASONS.put(
        "blocked",
        "ip_blocklisted_or_bad_reputation policy_rejection rate_limited missing_or_bad_ptr"
            + " too_many_connections");
    REASONS.put("badreputation", "ip_blocklisted_or_bad_reputation");
    REASONS.put("requireptr", "missing_or_bad_ptr");
    REASONS.put("authfailure", "spf_dkim_dmarc_failure");
    REASONS.put("norelaying", "relay_denied");
    REASONS.put(
        "policyviolation",
        "policy_rejection virus_or_forbidden_attachment rate_limited too_many_recipients");
    REASONS.put(
        "securityerror", "auth_required auth_failed tls_required_or_failed policy_rejection");
    REASONS.put("failedstarttls", "tls_required_or_failed");
    REASONS.put("spamdetected", "spam_content");
    REASONS.put("virusdetected", "virus_or_forbidden_attachment");
    REASONS.put(
        "contenterror", "syntax_or_protocol_error virus_or_forbidden_attachment policy_rejection");
    REASONS.put("notcompliantrfc", "syntax_or_protocol_error policy_rejection");
    REASONS.put(
        "syntaxerror",
        "syntax_or_protocol_error command_not_supported command_sequence_error auth_failed"
            + " auth_required");
    REASONS.put("mesgtoobig", "message_too_big");
    REASONS.put("exceedlimit", "message_too_big");
    REASONS.put("toomanyconn", "too_many_connections rate_limited too_many_recipients");
    REASONS.put("speeding", "rate_limited");
    REASONS.put("hostunknown", "domain_not_found");
    REASONS.put("networkerror", "host_unreachable_or_timeout mail_loop domain_not_found");
    REASONS.put("expired", "delivery_expired host_unreachable_or_timeout");
    REASONS.put(
        "notaccept",
        "domain_not_found policy_rejection server_shutting_down_or_unavailable"
            + " ip_blocklisted_or_bad_reputation");
    REASONS.put("systemfull", "system_storage_full");
    REASONS.put("systemerror", "server_local_error mail_loop other");
    REASONS.put("mailererror", "server_local_error user_unknown other");
    REASONS.put("delivered", "success");
  }
}
