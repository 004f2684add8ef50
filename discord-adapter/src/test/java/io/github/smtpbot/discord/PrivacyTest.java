package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.discord.fake.FakeDiscord;
import io.github.smtpbot.discord.fake.FakeDiscord.Sent;
import io.github.smtpbot.discord.fake.Interactions;
import io.github.smtpbot.privacy.PrivatePastes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What others see of a paste: the finding, and nothing by which anybody is known. */
@Timeout(120)
class PrivacyTest {

  private static final String LOG_LINE =
      "Dear Anna, see this: postfix/smtp[1]: A1: to=<%s>,"
          + " relay=mx7.corp.example.org[192.0.2.1]:25, dsn=5.1.1, status=bounced (host"
          + " mx7.corp.example.org[192.0.2.1] said: 550 5.1.1 <%s>: User unknown)";

  @RegisterExtension
  static final ConnectedPlugin PLUGIN = new ConnectedPlugin(Duration.ofSeconds(10));

  private static final FakeDiscord discord = PLUGIN.discord;

  private static DataObject asked(int type, DataObject data) {
    return Interactions.inGuild(type, "en-US", Interactions.MAY_WRITE, data);
  }

  private static Sent question(String text, DataObject... more) throws Exception {
    DataObject[] options =
        Stream.concat(Stream.of(Interactions.option("question", text)), Stream.of(more))
            .toArray(DataObject[]::new);
    return discord.ask(asked(2, Interactions.slash(options)));
  }

  private static Sent file(String name, String content) throws Exception {
    Sent deferred = discord.ask(asked(2, Interactions.files(served(name, content))));
    assertEquals(5, deferred.type());
    assertTrue(deferred.isEphemeral());
    Sent answer = discord.awaitAnswer();
    assertEquals("PATCH", answer.method(), "where only the asker saw the bot think");
    return answer;
  }

  private static DataObject served(String name, String content) {
    String path = "/attachments/7/7/" + Interactions.newId();
    discord.files.put(path, new MockResponse.Builder().body(content).build());
    return Interactions.attachment(name, "text/plain", content.length(), discord.origin() + path);
  }

  private static final DataObject FOR_EVERYONE = Interactions.option("visibility", "everyone");

  private static void assertMasked(Sent sent) {
    PrivatePastes.assertMasked(sent.json());
  }

  private static DataObject click(Sent shown, String customId) {
    DataObject message =
        Interactions.message("", Interactions.bot())
            .put("flags", shown.message().getInt("flags"))
            .put("components", shown.message().getArray("components"));
    return asked(3, Interactions.button(customId)).put("message", message);
  }

  private static Sent clicked(Sent shown, String customId) throws Exception {
    return discord.ask(click(shown, customId));
  }

  /** What all see after that button was pressed. */
  private static Sent posted(Sent shown, String button) throws Exception {
    assertEquals(6, clicked(shown, button).type());
    Sent posted = discord.awaitAnswer(sent -> sent.method().equals("POST"));
    assertFalse(posted.isEphemeral());
    discord.awaitAnswer(sent -> sent.method().equals("PATCH"));
    return posted;
  }

  @Test
  void whereverAPasteIsShownItsAddressesAreMasked() throws Exception {
    for (String paste : PrivatePastes.all().toList()) {
      Sent own = question(paste);
      assertMasked(own);
      Optional<String> post =
          own.customIds().stream().filter(id -> id.startsWith("smtp:post:")).findFirst();
      if (post.isPresent()) {
        assertMasked(posted(own, post.get()));
        assertMasked(clicked(own, post.get().replace("smtp:post:", "smtp:full:")));
      }
      assertMasked(question(paste, FOR_EVERYONE));
      assertMasked(discord.ask(asked(5, Interactions.form(paste))));
      assertMasked(
          discord.ask(
              asked(2, Interactions.onMessage(Interactions.message(paste, Interactions.user())))));
    }
  }

  @Test
  void soTheyAreInFiles() throws Exception {
    for (String paste : PrivatePastes.all().toList()) {
      assertMasked(file("a.eml", paste));
    }
  }

  @Test
  void aPasteForEveryoneIsForTheAskerAloneAsAllWouldSeeTheCommand() throws Exception {
    String paste = LOG_LINE.replace("%s", "zorro@example.com");
    for (Sent answer :
        List.of(question(paste, FOR_EVERYONE), question("mailbox full zorro@example.com"))) {
      assertTrue(answer.isEphemeral());
    }
    assertTrue(question("550 zorro@example.com", FOR_EVERYONE).isEphemeral());
  }

  @Test
  void ofAPasteThatIsPostedAllSeeTheFindingAndNothingElse() throws Exception {
    String paste = LOG_LINE.replace("%s", "zorro@example.com");
    for (Sent own : List.of(question(paste, FOR_EVERYONE), file("corp.eml", paste))) {
      Sent posted = posted(own, postButton(own));
      assertTrue(posted.text().contains("550 5.1.1 — No such recipient"), posted.text());
      Sent full = clicked(posted, fullButton(posted));
      assertTrue(full.isEphemeral());
      for (Sent shown : List.of(posted, full)) {
        for (String secret : List.of("orro", "corp", "192.0.2.1", "Anna")) {
          assertFalse(shown.json().toString().contains(secret), shown.json().toString());
        }
      }
    }
  }

  private static String postButton(Sent sent) {
    return button(sent, "smtp:post:");
  }

  private static String fullButton(Sent sent) {
    return button(sent, "smtp:full:");
  }

  private static String button(Sent sent, String start) {
    return sent.customIds().stream().filter(id -> id.startsWith(start)).findFirst().orElseThrow();
  }

  @Test
  void aLetterIsForTheAskerAloneWhateverWasChosen() throws Exception {
    String letter =
        "Dear Anna, thank you for your letter; Pierre will call you tomorrow in the office of"
            + " Lyon, and on Sunday we shall all meet at the lake.";
    assertTrue(question(letter, FOR_EVERYONE).isEphemeral());
    Sent read = file("letter.eml", letter);
    assertFalse(read.customIds().stream().anyMatch(id -> id.startsWith("smtp:post:")));
  }
}
