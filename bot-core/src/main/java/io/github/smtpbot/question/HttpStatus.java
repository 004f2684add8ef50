package io.github.smtpbot.question;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** HTTP status codes that people meet beside SMTP, with their reason phrases (RFC 9110). */
final class HttpStatus {

  /** Where servers in use print an older phrase, that one too. */
  private static final Map<Integer, List<String>> PHRASES =
      Map.ofEntries(
          Map.entry(201, List.of("created")),
          Map.entry(202, List.of("accepted")),
          Map.entry(204, List.of("no content")),
          Map.entry(206, List.of("partial content")),
          Map.entry(301, List.of("moved permanently")),
          Map.entry(302, List.of("found")),
          Map.entry(303, List.of("see other")),
          Map.entry(304, List.of("not modified")),
          Map.entry(307, List.of("temporary redirect")),
          Map.entry(308, List.of("permanent redirect")),
          Map.entry(400, List.of("bad request")),
          Map.entry(401, List.of("unauthorized")),
          Map.entry(402, List.of("payment required")),
          Map.entry(403, List.of("forbidden")),
          Map.entry(404, List.of("not found", "page not found")),
          Map.entry(405, List.of("method not allowed")),
          Map.entry(406, List.of("not acceptable")),
          Map.entry(407, List.of("proxy authentication required")),
          Map.entry(408, List.of("request timeout", "request time-out")),
          Map.entry(409, List.of("conflict")),
          Map.entry(410, List.of("gone")),
          Map.entry(411, List.of("length required")),
          Map.entry(412, List.of("precondition failed")),
          Map.entry(
              413, List.of("content too large", "payload too large", "request entity too large")),
          Map.entry(414, List.of("uri too long", "request-uri too large")),
          Map.entry(415, List.of("unsupported media type")),
          Map.entry(418, List.of("i'm a teapot")),
          Map.entry(421, List.of("misdirected request")),
          Map.entry(422, List.of("unprocessable content", "unprocessable entity")),
          Map.entry(425, List.of("too early")),
          Map.entry(426, List.of("upgrade required")),
          Map.entry(428, List.of("precondition required")),
          Map.entry(429, List.of("too many requests")),
          Map.entry(431, List.of("request header fields too large")),
          Map.entry(451, List.of("unavailable for legal reasons")),
          Map.entry(500, List.of("internal server error")),
          Map.entry(501, List.of("not implemented")),
          Map.entry(502, List.of("bad gateway")),
          Map.entry(503, List.of("service unavailable", "service temporarily unavailable")),
          Map.entry(504, List.of("gateway timeout", "gateway time-out")),
          Map.entry(505, List.of("http version not supported")),
          Map.entry(507, List.of("insufficient storage")),
          Map.entry(511, List.of("network authentication required")));

  private HttpStatus() {}

  /** Whether HTTP has this status code. */
  static boolean has(int code) {
    return PHRASES.containsKey(code);
  }

  /** Whether this is how an HTTP server words this status code, in upper or lower case. */
  static boolean says(int code, String phrase) {
    return PHRASES.getOrDefault(code, List.of()).contains(phrase.toLowerCase(Locale.ROOT));
  }
}
