package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.slack.api.model.Message;
import com.slack.api.util.json.GsonFactory;
import io.github.smtpbot.SmtpBot;
import org.junit.jupiter.api.Test;

/** All that can be read in a message is read, once. */
class MessageTextTest {

  private static final Gson GSON = GsonFactory.createSnakeCase();

  @Test
  void whatAPersonWroteIsReadFromTheText() {
    assertEquals(
        "look:\n```550 5.1.1 <bob@example.com>```",
        read(
            """
            {"text": "look:\\n```550 5.1.1 &lt;bob@example.com&gt;```",
             "blocks": [{"type": "rich_text", "elements": [{"type": "rich_text_section",
               "elements": [{"type": "text", "text": "look:"}]}]}]}
            """));
  }

  @Test
  void whatAnAppSaysInBlocksIsReadToo() {
    assertEquals(
        "Delivery failed\n421 4.7.0 try later\nhost\nmx.example.org\nfrom relay 7",
        read(
            """
            {"text": "Delivery failed", "blocks": [
              {"type": "section", "text": {"type": "mrkdwn", "text": "421 4.7.0 try later"},
               "fields": [{"type": "plain_text", "text": "host"},
                          {"type": "mrkdwn", "text": "<http://mx.example.org|mx.example.org>"}]},
              {"type": "divider"},
              {"type": "something_new", "text": 7},
              {"type": "context", "elements": [{"type": "mrkdwn", "text": "from relay 7"}]}]}
            """));
  }

  @Test
  void codeBlocksWithoutATextAreRead() {
    assertEquals(
        "550-first line\n550 second line",
        read(
            """
            {"blocks": [{"type": "rich_text", "elements": [{"type": "rich_text_preformatted",
              "elements": [{"type": "text", "text": "550-first line\\n550 second line"}]}]}]}
            """));
  }

  @Test
  void everyAttachmentIsRead() {
    assertEquals(
        "first\nsecond\nthird",
        read(
            """
            {"attachments": [{"text": "first"}, {"text": "second"}, {"fallback": "third"}]}
            """));
  }

  @Test
  void attachmentsAreRead() {
    assertEquals(
        "title\nReply\n452 4.2.2 full\nHost\nmx.example.org",
        read(
            """
            {"text": "", "attachments": [{"title": "title", "fallback": "not needed",
              "fields": [{"title": "Reply", "value": "452 4.2.2 full"},
                         {"title": "Host", "value": "mx.example.org"}]}]}
            """));
    assertEquals("452", read("{\"text\": \"\", \"attachments\": [{\"fallback\": \"452\"}]}"));
  }

  @Test
  void noMoreIsCollectedThanIsRead() {
    String block = "{\"type\": \"section\", \"text\": {\"type\": \"mrkdwn\", \"text\": \"%s\"}}";
    String many = (block.formatted("x".repeat(3000)) + ",").repeat(1000);

    String read = read("{\"blocks\": [" + many + block.formatted("end") + "]}");

    assertTrue(read.length() > SmtpBot.MAX_TEXT && read.length() < SmtpBot.MAX_TEXT + 4000);
  }

  private static String read(String json) {
    Message message = GSON.fromJson(json, Message.class);
    return MessageText.of(message.getText(), message.getBlocks(), message.getAttachments());
  }
}
