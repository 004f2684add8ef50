package io.github.smtpbot.slack;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonWriter;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import io.github.smtpbot.team.TeamCommands.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as Slack takes it. Nothing in it unfurls.
 *
 * @param text for notifications and for readers without blocks; escaped
 * @param blocks what is shown; empty if the text is all
 */
record SlackMessage(String text, List<LayoutBlock> blocks) {

  private static final Gson GSON = GsonFactory.createSnakeCase();
  private static final Type BLOCKS = new TypeToken<List<LayoutBlock>>() {}.getType();

  /** A list stands in so many blocks, and leaves room for what is below it. */
  private static final int LIST_BLOCKS = 3;

  /** A little less than fits into one, so that none of its lines is cut. */
  private static final int LIST_BLOCK = SlackLimits.RICH_TEXT - 100;

  /** No message at all. */
  static final SlackMessage NOTHING = new SlackMessage("", List.of());

  SlackMessage {
    blocks = List.copyOf(blocks);
  }

  /** A message of nothing but this text, which may hold anything. */
  static SlackMessage ofText(String text) {
    RichText shown = new RichText().paragraph(text);
    return new SlackMessage(
        Inert.escaped(text, SlackLimits.FALLBACK_TEXT),
        shown.isEmpty() ? List.of() : List.of(shown.toBlock()));
  }

  /** The lines of a list, as many as fit, and what is said below them. */
  static SlackMessage of(Outcome outcome) {
    List<String> lines = outcome.lines();
    List<LayoutBlock> blocks = new ArrayList<>();
    int shown = 0;
    while (shown < lines.size() && blocks.size() < LIST_BLOCKS) {
      List<String> some = new ArrayList<>();
      int length = 0;
      while (shown < lines.size() && length + lines.get(shown).length() < LIST_BLOCK) {
        length += lines.get(shown).length() + 1;
        some.add(lines.get(shown));
        shown++;
      }
      if (some.isEmpty()) {
        break;
      }
      RichText text = new RichText();
      blocks.add(
          (outcome.isVerbatim() ? text.preformatted(some) : text.paragraph(String.join("\n", some)))
              .toBlock());
    }
    String below = outcome.below(shown);
    blocks.addAll(ofText(below).blocks);
    String all = String.join("\n", lines.subList(0, shown)) + "\n" + below;
    return new SlackMessage(Inert.escaped(all, SlackLimits.FALLBACK_TEXT), blocks);
  }

  /**
   * The same, and what is left of it for a Slack that does not take its picture, its tables or its
   * blocks.
   */
  List<SlackMessage> simpler() {
    List<SlackMessage> forms = new ArrayList<>();
    forms.add(this);
    if (hasPicture()) {
      forms.add(withoutPicture());
    }
    if (hasTable()) {
      forms.add(withoutPicture().withoutTable());
    }
    if (!blocks.isEmpty() && !text.isEmpty()) {
      forms.add(new SlackMessage(text, List.of()));
    }
    return forms;
  }

  /**
   * The same with a picture.
   *
   * @param picture null for none
   */
  SlackMessage with(@Nullable PictureBlock picture) {
    return picture == null || blocks.isEmpty()
        ? this
        : new SlackMessage(text, picture.among(blocks, SlackLimits.MESSAGE_BLOCKS));
  }

  /** Whether there is a picture in it, which Slack may not take. */
  boolean hasPicture() {
    return PictureBlock.isAmong(blocks);
  }

  /** The same without pictures. */
  private SlackMessage withoutPicture() {
    return hasPicture() ? new SlackMessage(text, PictureBlock.without(blocks)) : this;
  }

  /** Whether there is a table in it, which some Slack may not take. */
  boolean hasTable() {
    return blocks.stream().anyMatch(TableBlock.class::isInstance);
  }

  /** The same with lists in the place of tables. */
  SlackMessage withoutTable() {
    return new SlackMessage(
        text,
        blocks.stream()
            .map(block -> block instanceof TableBlock table ? table.asText() : block)
            .toList());
  }

  /** Answers a slash command, in its acknowledgement: JSON. */
  String toAcknowledgement(Visibility visibility) {
    return toJson(visibility == Visibility.IN_CHANNEL, null, null);
  }

  /**
   * Is sent to a {@code response_url}: JSON.
   *
   * @param inChannel whether all see it, or the asker alone
   * @param replace whether it takes the place of the message that was acted upon
   * @param threadTs the thread it goes to, or null
   */
  String toResponse(boolean inChannel, boolean replace, @Nullable String threadTs) {
    return toJson(inChannel, replace, threadTs);
  }

  private String toJson(boolean inChannel, @Nullable Boolean replace, @Nullable String threadTs) {
    StringWriter written = new StringWriter(8192);
    try (JsonWriter json = GSON.newJsonWriter(written)) {
      json.beginObject();
      json.name("response_type").value(inChannel ? "in_channel" : "ephemeral");
      json.name("text").value(text);
      json.name("mrkdwn").value(false);
      json.name("unfurl_links").value(false);
      json.name("unfurl_media").value(false);
      if (replace != null) {
        json.name("replace_original").value(replace);
      }
      if (threadTs != null) {
        json.name("thread_ts").value(threadTs);
      }
      if (!blocks.isEmpty()) {
        json.name("blocks");
        GSON.toJson(blocks, BLOCKS, json);
      }
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written.toString();
  }
}
