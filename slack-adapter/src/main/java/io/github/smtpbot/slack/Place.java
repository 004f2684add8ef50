package io.github.smtpbot.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer in a modal may be posted. It travels in the {@code private_metadata} of the
 * modal, because Slack does not tell there from where it was opened.
 *
 * @param destination a channel, a thread in it, or nowhere
 * @param channel its id; empty if it is not known
 * @param responseUrl works where we are no member, for a while; may be empty
 * @param origin what was asked about there: the time stamp of a message or of a thread
 */
record Place(Destination destination, String channel, String responseUrl, String origin) {

  static final Place NOWHERE = new Place(Destination.NOWHERE, "", "", "");

  private static final String BETWEEN = "\n";
  private static final int FIELDS = 4;

  static Place of(
      Destination destination,
      @Nullable String channel,
      @Nullable String responseUrl,
      @Nullable String origin) {
    String thread = destination.threadTs();
    return new Place(
        destination,
        orEmpty(channel),
        orEmpty(responseUrl),
        orEmpty(thread == null ? origin : thread));
  }

  /** Where the answer may be posted in which this was pressed. */
  static Place of(BlockActionPayload payload, BlockActionPayload.Action action) {
    if (payload.getView() != null) {
      return read(orEmpty(payload.getView().getPrivateMetadata()));
    }
    BlockActionPayload.Container container = payload.getContainer();
    return of(
        Destination.ofBlockId(action.getBlockId()),
        payload.getChannel() == null ? null : payload.getChannel().getId(),
        payload.getResponseUrl(),
        container == null ? null : container.getMessageTs());
  }

  /** Reads what {@link #metadata} wrote; nowhere, if it is anything else. */
  static Place read(String metadata) {
    String[] fields = metadata.split(BETWEEN, -1);
    return fields.length == FIELDS
        ? of(Destination.ofBlockId(fields[0]), fields[1], fields[2], fields[3])
        : NOWHERE;
  }

  /** Whether there is nowhere to post it but where the reader chooses. */
  boolean isNowhere() {
    return destination.kind() == Destination.Kind.NOWHERE;
  }

  /** All of it as text. */
  String metadata() {
    String text = String.join(BETWEEN, destination.blockId(), channel, responseUrl, origin);
    return text.length() > SlackLimits.PRIVATE_METADATA ? "" : text;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
