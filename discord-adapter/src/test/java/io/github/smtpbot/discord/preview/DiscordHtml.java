package io.github.smtpbot.discord.preview;

import io.github.smtpbot.preview.Box;
import io.github.smtpbot.preview.Typeface;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Draws messages and modals of components as HTML, about as Discord does; what it does not know, it
 * shows in a dashed frame.
 */
public final class DiscordHtml {

  /** A phone of 375 pixels without the margins and the bot's picture. */
  private static final int MESSAGE_ROOM = 291;

  private static final int MODAL_ROOM = 343;

  /** A container's edge and padding, on both sides. */
  private static final int CONTAINER = 34;

  private static final int GAP = 8;
  private static final int BUTTON = 36;
  private static final int SELECT = 44;
  private static final Typeface LABEL = Typeface.sans(14, 36);

  private DiscordHtml() {}

  /**
   * A message as whoever asked sees it on arrival.
   *
   * @param used what Discord says above it that was done
   * @param ephemeral whether Discord says that nobody else sees it
   */
  public static Box message(DataObject message, String used, boolean ephemeral) {
    Box components = components(message, MESSAGE_ROOM).in("components", 0);
    String above =
        used.isEmpty() ? "" : "<div class=\"used\">asker used " + Box.escape(used) + "</div>";
    String below =
        ephemeral
            ? "<div class=\"only\">👁 Only you can see this · <b>Dismiss message</b></div>"
            : "";
    String head = "<div class=\"name\">smtpbot<i>APP</i><small>16:42</small></div>";
    return new Box(
            "<div class=\"avatar\">S</div>" + above + head + components.html() + below,
            components.height())
        .in("message", 16 + 22 + (used.isEmpty() ? 0 : 22) + (ephemeral ? 22 : 0));
  }

  /** A modal, which fills a phone's screen. */
  public static Box modal(DataObject modal) {
    List<Box> parts = new ArrayList<>();
    parts.add(new Box("<h2>" + Box.escape(modal.getString("title")) + "</h2>", 27));
    objects(modal).forEach(component -> parts.add(component(component, MODAL_ROOM)));
    return Box.stack(parts, 12).in("modal", 32);
  }

  private static Box components(DataObject of, int room) {
    return Box.stack(objects(of).map(component -> component(component, room)).toList(), GAP);
  }

  private static Box component(DataObject component, int room) {
    return switch (component.getInt("type")) {
      case 1 -> row(component, room);
      case 10 -> MarkdownHtml.draw(component.getString("content"), room);
      case 14 -> new Box("<hr>", 9);
      case 17 -> {
        Box inner = components(component, room - CONTAINER);
        String colour =
            String.format(Locale.ROOT, "#%06x", component.getInt("accent_color", 0x999999));
        yield new Box(
            "<div class=\"container\" style=\"--accent:" + colour + "\">" + inner.html() + "</div>",
            inner.height() + 34);
      }
      case 18 -> {
        DataObject field = component.getObject("component");
        boolean tall = field.getInt("style", 1) == 2;
        yield new Box(
            "<div><b>"
                + Box.escape(component.getString("label"))
                + "</b><div class=\"small\">"
                + Box.escape(component.getString("description", ""))
                + "</div><div class=\"field"
                + (tall ? " tall" : "")
                + "\">"
                + Box.escape(
                    field.getString("placeholder", field.getInt("type") == 19 ? "⬆ file" : ""))
                + "</div></div>",
            40 + (tall ? 130 : 44));
      }
      default ->
          new Box("<div class=\"other\">component " + component.getInt("type") + "</div>", 32);
    };
  }

  private static Box row(DataObject row, int room) {
    List<DataObject> all = objects(row).toList();
    if (all.get(0).getInt("type") != 2) {
      String placeholder = Box.escape(all.get(0).getString("placeholder", ""));
      return new Box("<div class=\"button select\">" + placeholder + "</div>", SELECT);
    }
    return Box.row(all.stream().map(button -> button(button, room)).toList(), BUTTON, GAP, room)
        .in("row", 0);
  }

  private static Box.Item button(DataObject button, int room) {
    String emoji = button.optObject("emoji").map(shown -> shown.getString("name") + " ").orElse("");
    String label = (emoji + button.getString("label", "")).strip();
    String style =
        "button s"
            + button.getInt("style")
            + (button.getBoolean("disabled", false) ? " disabled" : "");
    return new Box.Item(
        "<span class=\"" + style + "\">" + Box.escape(label) + "</span>",
        Math.min(room, LABEL.width(label) + 28));
  }

  private static Stream<DataObject> objects(DataObject of) {
    return of.optArray("components").orElse(DataArray.empty()).stream(DataArray::getObject);
  }
}
