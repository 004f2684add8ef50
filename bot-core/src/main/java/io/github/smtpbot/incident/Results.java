package io.github.smtpbot.incident;

import io.github.smtpbot.log.Delivery.Result;
import java.util.List;

/** The places of results in arrays and in byte forms; they stay as they are. */
final class Results {

  private static final List<Result> ALL =
      List.of(Result.DELIVERED, Result.DEFERRED, Result.BOUNCED, Result.REJECTED);

  /** How many there are. */
  static final int COUNT = 4;

  private Results() {}

  static int place(Result result) {
    return switch (result) {
      case DELIVERED -> 0;
      case DEFERRED -> 1;
      case BOUNCED -> 2;
      case REJECTED -> 3;
    };
  }

  /** The result at that place. */
  static Result at(int place) {
    return ALL.get(place);
  }
}
