package io.github.smtpbot.log.generate;

import static io.github.smtpbot.log.generate.EventText.csv;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An accounting file of PowerMTA, with the Message-ID as a column of its own. */
public final class PowerMtaEvents {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxx", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(7));

  private PowerMtaEvents() {}

  public static GeneratedEvents generate(long seed, int count) {
    List<String> lines = new ArrayList<>();
    List<Delivery> truth = new ArrayList<>();
    lines.add(
        "type,timeLogged,timeQueued,orig,rcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,"
            + "dlvDestinationIp,jobId,header_Message-Id");
    for (Attempt attempt : Attempt.some(seed, count)) {
      lines.add(record(attempt, "r", ""));
      lines.add(
          attempt.delivered()
              ? record(attempt, "d", "relayed")
              : attempt.deferred()
                  ? record(attempt, "t", "delayed")
                  : record(attempt, "b", "failed"));
      truth.add(attempt.delivery());
    }
    return new GeneratedEvents(LogFormat.POWERMTA, lines, truth);
  }

  private static String record(Attempt attempt, String type, String action) {
    return csv(
        type,
        TIME.format(attempt.time()),
        TIME.format(attempt.time().minusSeconds(5)),
        attempt.sender(),
        attempt.recipient(),
        action,
        attempt.enhanced() + " (what it means)",
        "smtp;" + attempt.reply(),
        attempt.host() + " (" + attempt.ip() + ')',
        attempt.ip(),
        "job-1",
        attempt.id());
  }
}
