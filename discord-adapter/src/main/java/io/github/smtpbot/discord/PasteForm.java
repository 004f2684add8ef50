package io.github.smtpbot.discord;

import io.github.smtpbot.answer.Clip;
import java.util.List;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
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

  private PasteForm() {}

  /**
   * What somebody filled in.
   *
   * @param text may be blank
   * @param files may be empty
   */
  record Filled(String text, List<Attachment> files) {}

  /** The empty form in a reader's language. */
  static Modal empty(Label.Speaker words) {
    String placeholder = words.say(Label.PASTE_PLACEHOLDER);
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
    String title = words.say(Label.PASTE);
    return Modal.create(Action.PASTE_ID, Clip.to(title, DiscordLimits.MODAL_TITLE))
        .addComponents(
            labelled(words.say(Label.PASTE_LABEL), text),
            labelled(words.say(Label.PASTE_FILES), files))
        .build();
  }

  private static net.dv8tion.jda.api.components.label.Label labelled(
      String label, LabelChildComponent input) {
    return net.dv8tion.jda.api.components.label.Label.of(
        Clip.to(label, DiscordLimits.INPUT_LABEL), input);
  }

  static Filled read(ModalInteractionEvent event) {
    ModalMapping text = event.getValue(TEXT);
    ModalMapping files = event.getValue(FILES);
    return new Filled(
        text == null ? "" : text.getAsString(),
        files == null ? List.of() : files.getAsAttachmentList());
  }
}
