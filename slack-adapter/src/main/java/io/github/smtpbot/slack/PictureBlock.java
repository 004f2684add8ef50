package io.github.smtpbot.slack;

import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.SlackFileObject;
import java.util.ArrayList;
import java.util.List;

/**
 * An uploaded picture among blocks.
 *
 * @param block shows it
 */
record PictureBlock(ImageBlock block) {

  /** Below the heading and the meaning, where no table follows. */
  private static final int USUAL_PLACE = 2;

  /**
   * Shows a file of Slack's.
   *
   * @param text what it shows, for those who do not see it
   */
  static PictureBlock of(String fileId, String text) {
    return new PictureBlock(
        ImageBlock.builder()
            .slackFile(SlackFileObject.builder().id(fileId).build())
            .altText(Inert.plain(text, SlackLimits.ALT_TEXT))
            .build());
  }

  /** The same blocks with the picture: above a table, which tells what is in it. */
  List<LayoutBlock> among(List<LayoutBlock> blocks, int most) {
    if (blocks.size() >= most) {
      return blocks;
    }
    List<LayoutBlock> with = new ArrayList<>(blocks);
    int table = 0;
    while (table < with.size() && !(with.get(table) instanceof TableBlock)) {
      table++;
    }
    with.add(table < with.size() ? table : Math.min(USUAL_PLACE, with.size()), block);
    return with;
  }

  /** Whether there is a picture among blocks, which Slack may not take. */
  static boolean isAmong(List<LayoutBlock> blocks) {
    return blocks.stream().anyMatch(ImageBlock.class::isInstance);
  }

  /** The same blocks without pictures. */
  static List<LayoutBlock> without(List<LayoutBlock> blocks) {
    return blocks.stream().filter(block -> !(block instanceof ImageBlock)).toList();
  }
}
