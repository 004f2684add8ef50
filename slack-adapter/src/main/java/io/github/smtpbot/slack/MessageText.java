package io.github.smtpbot.slack;

import com.slack.api.model.Attachment;
import com.slack.api.model.Field;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.MarkdownBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import io.github.smtpbot.SmtpBot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects all that can be read in a message: its text, its blocks and its attachments, each once,
 * somewhat more than {@link SmtpBot#MAX_TEXT} characters at the most.
 */
final class MessageText {

  private final StringBuilder collected = new StringBuilder();

  private MessageText() {}

  static String of(
      @Nullable String text,
      @Nullable List<LayoutBlock> blocks,
      @Nullable List<Attachment> attachments) {
    MessageText all = new MessageText();
    all.addEncoded(text);
    // What a person writes stands in the text as a whole; blocks by apps often say more than it.
    if (all.collected.isEmpty() || !onlyRichText(blocks)) {
      all.addBlocks(blocks);
    }
    if (attachments != null) {
      attachments.forEach(all::addAttachment);
    }
    return all.collected.toString().strip();
  }

  private static boolean onlyRichText(@Nullable List<LayoutBlock> blocks) {
    return blocks == null || blocks.stream().allMatch(RichTextBlock.class::isInstance);
  }

  private void addAttachment(Attachment attachment) {
    int before = collected.length();
    addEncoded(attachment.getPretext());
    addEncoded(attachment.getTitle());
    addEncoded(attachment.getText());
    if (attachment.getFields() != null) {
      for (Field field : attachment.getFields()) {
        addEncoded(field.getTitle());
        addEncoded(field.getValue());
      }
    }
    addBlocks(attachment.getBlocks());
    if (collected.length() == before) {
      addEncoded(attachment.getFallback());
    }
  }

  private void addBlocks(@Nullable List<LayoutBlock> blocks) {
    if (blocks == null) {
      return;
    }
    for (LayoutBlock block : blocks) {
      if (block instanceof SectionBlock section) {
        addText(section.getText());
        if (section.getFields() != null) {
          section.getFields().forEach(this::addText);
        }
      } else if (block instanceof HeaderBlock header) {
        addText(header.getText());
      } else if (block instanceof ContextBlock context && context.getElements() != null) {
        for (Object element : context.getElements()) {
          addText(element instanceof TextObject text ? text : null);
        }
      } else if (block instanceof MarkdownBlock markdown) {
        addEncoded(markdown.getText());
      } else if (block instanceof RichTextBlock rich) {
        StringBuilder lines = new StringBuilder();
        flatten(rich.getElements(), lines);
        add(lines.toString());
      }
    }
  }

  private static void flatten(@Nullable List<?> elements, StringBuilder to) {
    if (elements == null) {
      return;
    }
    for (Object element : elements) {
      if (element instanceof RichTextSectionElement.Text text) {
        to.append(text.getText());
      } else if (element instanceof RichTextSectionElement.Link link) {
        to.append(link.getText() == null ? link.getUrl() : link.getText());
      } else if (element instanceof RichTextSectionElement section) {
        flatten(section.getElements(), to);
        to.append('\n');
      } else if (element instanceof RichTextPreformattedElement code) {
        flatten(code.getElements(), to);
        to.append('\n');
      } else if (element instanceof RichTextQuoteElement quote) {
        flatten(quote.getElements(), to);
        to.append('\n');
      } else if (element instanceof RichTextListElement list) {
        flatten(list.getElements(), to);
      }
    }
  }

  private void addText(@Nullable TextObject text) {
    if (text != null) {
      addEncoded(text.getText());
    }
  }

  private void addEncoded(@Nullable String text) {
    if (text != null) {
      add(SlackText.decode(text));
    }
  }

  private void add(String text) {
    String more = text.strip();
    if (!more.isEmpty() && collected.length() <= SmtpBot.MAX_TEXT) {
      collected.append(collected.isEmpty() ? "" : "\n").append(more);
    }
  }
}
