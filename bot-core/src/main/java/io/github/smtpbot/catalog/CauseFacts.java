package io.github.smtpbot.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cause implies, in no language.
 *
 * @param cause the cause
 * @param acts whose turn it is, the most likely first; never empty
 * @param actsTransient the same while the sending server still tries; never empty
 * @param fault whose fault it is; null if nobody can tell
 * @param faultTransient the same while the sending server still tries
 * @param address what becomes of the address once delivery has failed for good
 * @param addressTransient the same while the sending server still tries; never {@link
 *     AddressAction#REMOVE}
 * @param sources where this is written
 */
public record CauseFacts(
    Cause cause,
    List<Party> acts,
    List<Party> actsTransient,
    @Nullable Fault fault,
    @Nullable Fault faultTransient,
    AddressAction address,
    AddressAction addressTransient,
    List<Source> sources) {

  private static final List<Party> SENDS_AGAIN = List.of(Party.SENDER, Party.SENDER_ADMIN);

  /** Whose turn it is after a reply of this severity. */
  public List<Party> acts(Severity severity) {
    if (severity == Severity.TRANSIENT) {
      return actsTransient;
    }
    // What came back does not arrive by itself.
    return severity == Severity.PERMANENT && acts.get(0) == Party.NOBODY ? SENDS_AGAIN : acts;
  }

  /** Whose fault it is after a reply of this severity; null if nobody can tell. */
  public @Nullable Fault fault(Severity severity) {
    return severity == Severity.TRANSIENT ? faultTransient : fault;
  }

  /** What becomes of the address; it is removed only after a reply that says it is permanent. */
  public AddressAction address(Severity severity) {
    if (severity == Severity.PERMANENT) {
      return address;
    }
    return severity != Severity.TRANSIENT && address == AddressAction.REMOVE
        ? AddressAction.PAUSE
        : addressTransient;
  }
}
