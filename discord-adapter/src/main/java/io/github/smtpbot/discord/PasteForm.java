package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Clip;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message.Attachment;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;

/**
 * The form for what is too long for a command: a text, files, or both. Neither is required, since
 * either will do.
 */
final class PasteForm {

  private static final String TEXT = "text";
  private static final String FILES = "files";

  private final Labels labels;

  PasteForm(Labels labels) {
    this.labels = labels;
  }

  /**
   * What somebody filled in.
   *
   * @param text may be blank
   * @param files may be empty
   */
  record Filled(String text, List<Attachment> files) {}

  /** The empty form in a reader's language. */
  Modal empty(Locale locale) {
    String placeholder = labels.label("discord.paste.placeholder", locale);
    TextInput text =
        TextInput.create(TEXT, TextInputStyle.PARAGRAPH)
            .setPlaceholder(Clip.to(placeholder, DiscordLimits.PLACEHOLDER))
            .setMaxLength(DiscordLimits.INPUT_VALUE)
            .setRequired(false)
            .build();
    AttachmentUpload files =
        AttachmentUpload.create(FILES)
            .setRequiredRange(0, FileAnswers.FILES)
            .setRequired(false)
            .build();
    String title = labels.label("discord.paste", locale);
    return Modal.create(Action.PASTE_ID, Clip.to(title, DiscordLimits.MODAL_TITLE))
        .addComponents(
            Label.of(label("discord.paste.label", locale), text),
            Label.of(label("discord.paste.files", locale), files))
        .build();
  }

  private String label(String key, Locale locale) {
    return Clip.to(labels.label(key, locale), DiscordLimits.INPUT_LABEL);
  }

  static Filled read(ModalInteractionEvent event) {
    ModalMapping text = event.getValue(TEXT);
    ModalMapping files = event.getValue(FILES);
    return new Filled(
        text == null ? "" : text.getAsString(),
        files == null ? List.of() : files.getAsAttachmentList());
  }
}
