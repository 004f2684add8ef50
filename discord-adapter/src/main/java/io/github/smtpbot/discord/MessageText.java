package io.github.smtpbot.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Message.Attachment;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.entities.messages.MessageSnapshot;

/**
 * All that can be read in a message that somebody pointed at, forwarded messages included.
 *
 * @param text what is written in it, its embeds and its components, one below the other
 * @param files its files, without pictures, films and sounds
 */
record MessageText(String text, List<Attachment> files) {

  static MessageText of(Message message) {
    List<String> texts = new ArrayList<>();
    texts.add(message.getContentRaw());
    message.getEmbeds().forEach(embed -> addEmbed(texts, embed));
    message
        .getComponentTree()
        .findAll(TextDisplay.class)
        .forEach(display -> texts.add(display.getContent()));
    List<Attachment> files = new ArrayList<>(message.getAttachments());
    for (MessageSnapshot forwarded : message.getMessageSnapshots()) {
      texts.add(forwarded.getContentRaw());
      forwarded.getEmbeds().forEach(embed -> addEmbed(texts, embed));
      files.addAll(forwarded.getAttachments());
    }
    return new MessageText(
        texts.stream().filter(text -> !text.isBlank()).collect(Collectors.joining("\n")),
        files.stream().filter(DiscordFiles::isReadable).toList());
  }

  private static void addEmbed(List<String> texts, MessageEmbed embed) {
    if (embed.getTitle() != null) {
      texts.add(embed.getTitle());
    }
    if (embed.getDescription() != null) {
      texts.add(embed.getDescription());
    }
    for (MessageEmbed.Field field : embed.getFields()) {
      texts.add(field.getName() + ": " + field.getValue());
    }
  }
}
