package io.github.smtpbot.discord;

import io.github.smtpbot.Picture;
import io.github.smtpbot.answer.Clip;
import java.io.ByteArrayInputStream;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.utils.FileUpload;

/** Shows the picture of an answer, which is attached to the message. */
final class Gallery {

  /** What the attachment is called. */
  private static final String FILE = "failures.png";

  private Gallery() {}

  /** A component that brings its file along; the file can be sent more than once. */
  static MediaGallery of(Picture picture) {
    byte[] png = picture.png();
    MediaGalleryItem item =
        MediaGalleryItem.fromFile(
            FileUpload.fromStreamSupplier(FILE, () -> new ByteArrayInputStream(png)));
    String text = Clip.to(picture.text(), DiscordLimits.MEDIA_DESCRIPTION);
    return MediaGallery.of(text.isBlank() ? item : item.withDescription(text));
  }
}
