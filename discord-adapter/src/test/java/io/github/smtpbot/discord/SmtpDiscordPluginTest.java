package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.discord.fake.DiscordRules;
import io.github.smtpbot.discord.fake.FakeDiscord;
import io.github.smtpbot.discord.fake.FakeDiscord.Sent;
import io.github.smtpbot.discord.fake.Guilds;
import io.github.smtpbot.discord.fake.Interactions;
import io.github.smtpbot.discord.fake.LogLines;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bot on a real JDA, connected over TCP to a Discord on this machine. */
@Timeout(60)
class SmtpDiscordPluginTest {

  @RegisterExtension
  static final ConnectedPlugin PLUGIN = new ConnectedPlugin(Duration.ofSeconds(2));

  private static final FakeDiscord discord = PLUGIN.discord;

  @AfterEach
  void nothingElseIsAnswered() {
    assertFalse(discord.hasMoreAnswers(), "answers nobody asked for");
  }

  private static DataObject asked(DataObject data) {
    return Interactions.inGuild(2, "en-US", Interactions.MAY_WRITE, data);
  }

  private static DataObject question(String text) {
    return asked(Interactions.slash(Interactions.option("question", text)));
  }

  private static DataObject click(String customId, DataObject message) {
    return Interactions.inGuild(3, "en-US", Interactions.MAY_WRITE, Interactions.button(customId))
        .put("message", message);
  }

  @Test
  void aComparisonIsAnsweredInOneRoundTripAndToEverybody() throws Exception {
    Sent answer = discord.ask(question("252 501"));
    assertEquals(4, answer.type());
    assertFalse(answer.isEphemeral());
    assertTrue(answer.text().contains("252") && answer.text().contains("501"));
    assertTrue(answer.customIds().contains("smtp:ask:252"));
    assertFalse(answer.customIds().contains("smtp:post:1?252 vs 501"), "it is public already");
  }

  @Test
  void aReaderWithThaiSettingsIsAnsweredInThai() throws Exception {
    Sent answer =
        discord.ask(
            Interactions.inDirectMessage(
                2, "th", Interactions.slash(Interactions.option("question", "550"))));
    assertTrue(isThai(answer.text()));
  }

  @Test
  void theAskerMayKeepAnAnswerToHimselfAndPostItLater() throws Exception {
    Sent alone =
        discord.ask(
            asked(
                Interactions.slash(
                    Interactions.option("question", "252 501"),
                    Interactions.option("visibility", "asker"))));
    assertTrue(alone.isEphemeral());
    assertTrue(alone.customIds().contains("smtp:post:1?252 vs 501"));

    Sent posted = post("smtp:post:1?252 vs 501", shown(alone));
    assertTrue(posted.text().contains("<@" + Interactions.USER + ">"), "the asker is credited");
  }

  /** Presses a button that posts, and returns what all see. */
  private static Sent post(String button, DataObject message) throws Exception {
    assertEquals(6, discord.ask(click(button, message)).type(), "acknowledged without a word");
    Sent posted = discord.awaitAnswer();
    assertEquals("POST", posted.method());
    assertFalse(posted.isEphemeral());
    Sent pressed = discord.awaitAnswer();
    assertEquals("PATCH", pressed.method());
    assertTrue(pressed.path().endsWith("/messages/@original"));
    return posted;
  }

  @Test
  void whatToDoIsToldOfTheFindingWhoeverAnswered() throws Exception {
    Sent paste =
        discord.ask(
            question("550 5.7.26 bob@example.com fails DMARC. See https://support.google.com"));
    Sent steps = discord.ask(click(button(paste, "smtp:steps:"), shown(paste)));
    assertTrue(steps.isEphemeral());
    assertTrue(steps.text().contains("Do this first"), steps.text());
    assertTrue(steps.text().contains("5.7.26"), steps.text());
  }

  @Test
  void aVoteOnAnExplanationIsThankedForWhereItWasGivenAndOnce() throws Exception {
    Sent answer = discord.ask(question("550"));
    Sent full = discord.ask(click(button(answer, "smtp:full:"), shown(answer)));
    String wrongly = button(full, "smtp:wrong:");
    assertTrue(wrongly.startsWith("smtp:wrong:explain.meaning.:"), wrongly);
    Sent thanks = discord.ask(click(button(full, "smtp:right:"), shown(full)));
    assertEquals(7, thanks.type(), "the message itself is changed");
    DataObject right = component(thanks, "smtp:right:");
    assertTrue(right.getString("label").startsWith("Thank you"), right.toString());
    assertTrue(right.getBoolean("disabled"));
    assertTrue(component(thanks, "smtp:wrong:").getBoolean("disabled"), "one vote a person");
    assertEquals(full.text(), thanks.text(), "nothing else in it has changed");
    Sent wrong = discord.ask(click("smtp:right:nonsense", shown(full)));
    assertTrue(wrong.text().contains("of another version"), wrong.text());
  }

  @Test
  void whatDiscordDidNotTakeIsAnsweredOnceMore() throws Exception {
    discord.fail("POST /interactions/", 500, 1);
    Sent answer = discord.ask(question("550"));
    assertTrue(answer.text().contains("550"), "the same again: " + answer.text());
    assertFalse(answer.isEphemeral());
  }

  @Test
  void whoseAnswerDiscordRefusesIsToldInPlainWords() throws Exception {
    try (LogLines log = new LogLines(SmtpDiscordPlugin.class)) {
      discord.fail("POST /interactions/", 50035, 1);
      Sent answer = discord.ask(question("550"));
      assertTrue(answer.isEphemeral());
      String line = log.await("error 50035");
      assertTrue(answer.text().contains(line.substring(0, 8)), answer.text());
    }
  }

  @Test
  void whoseClickDiscordDidNotTakeIsTold() throws Exception {
    Sent alone = discord.ask(question("mailbox full"));
    discord.fail("POST /interactions/", 500, 1);
    Sent told = discord.ask(click(button(alone, "smtp:post:"), shown(alone)));
    assertEquals(4, told.type());
    assertTrue(told.text().contains("Something went wrong"), told.text());
    assertFalse(discord.hasMoreAnswers(), "nothing was posted");
  }

  @Test
  void aButtonThatNobodyKnowsIsSaidToBeOfAnotherVersion() throws Exception {
    Sent card = discord.ask(question("550"));
    assertTrue(discord.ask(click("smtp:foo", shown(card))).text().contains("another version"));
    Sent menu =
        discord.ask(
            Interactions.inGuild(
                    3, "en-US", Interactions.MAY_WRITE, Interactions.menu("smtp:menu", "550"))
                .put("message", shown(card)));
    assertTrue(menu.text().contains("another version"));
  }

  @Test
  void thePostButtonIsDisabledAndSaysByWhomItWasPressed() throws Exception {
    Sent alone = discord.ask(question("mailbox full"));
    discord.ask(click(button(alone, "smtp:post:"), shown(alone)));
    discord.awaitAnswer();
    Sent pressed = discord.awaitAnswer();
    DataObject button = component(pressed, "smtp:post:");
    assertTrue(button.getBoolean("disabled"));
    assertEquals("Posted by @everyone **Asker**", button.getString("label"));
    assertFalse(component(pressed, "smtp:full:").getBoolean("disabled"));
    assertEquals(alone.text(), pressed.text(), "nothing else in it has changed");
  }

  @Test
  void anAnswerIsPostedOnceHoweverOftenTheButtonIsPressed() throws Exception {
    Sent alone = discord.ask(question("mailbox full"));
    DataObject message = shown(alone);
    post(button(alone, "smtp:post:"), message);
    for (int i = 0; i < 3; i++) {
      assertEquals(6, discord.ask(click(button(alone, "smtp:post:"), message)).type());
    }
    discord.ask(question("250"));
    assertFalse(discord.hasMoreAnswers(), "posted again");
  }

  @Test
  void onlyTheAskerDeletesAnAnswerThatAllSee() throws Exception {
    Sent answer = discord.ask(question("252 501"));
    String delete = button(answer, "smtp:delete:");
    DataObject byAnother = click(delete, shown(answer));
    byAnother.getObject("member").getObject("user").put("id", "800000000000000002");
    Sent refused = discord.ask(byAnother);
    assertTrue(refused.isEphemeral());
    assertTrue(refused.text().contains("Only the one who asked"), refused.text());

    assertEquals(6, discord.ask(click(delete, shown(answer))).type());
    Sent deleted = discord.awaitAnswer();
    assertEquals("DELETE", deleted.method());
    assertTrue(deleted.path().endsWith("/messages/@original"));
  }

  @Test
  void whoPostedAnAnswerMayTakeItBack() throws Exception {
    Sent alone = discord.ask(question("mailbox full"));
    assertFalse(
        alone.customIds().stream().anyMatch(id -> id.startsWith("smtp:delete:")),
        "what one alone sees, one dismisses");
    Sent posted = post(button(alone, "smtp:post:"), shown(alone));
    assertEquals("smtp:delete:" + Interactions.USER, button(posted, "smtp:delete:"));
  }

  @Test
  void theFullExplanationIsForWhoClicksInThatReadersLanguage() throws Exception {
    Sent answer = discord.ask(question("550"));
    DataObject click = click(button(answer, "smtp:full:"), shown(answer)).put("locale", "th");
    Sent full = discord.ask(click);
    assertTrue(full.isEphemeral());
    assertTrue(isThai(full.text()), full.text());
    assertTrue(full.text().length() > 2 * answer.text().length(), "it tells more than the card");
  }

  @Test
  void theFullExplanationOfAPasteSaysWhichOfTheWordsOnTheCardLedToIt() throws Exception {
    Sent answer = discord.ask(question("550 5.1.1 User unknown in local recipient table"));
    Sent full = discord.ask(click(button(answer, "smtp:full:"), shown(answer)));
    assertTrue(full.isEphemeral());
    assertTrue(full.text().contains("What led to this"), full.text());
    assertTrue(full.text().contains("Words: User unknown"), full.text());
  }

  @Test
  void whatAllReadIsInTheServersLanguageAndWhatOneReadsInTheReaders() throws Exception {
    DataObject inThaiServer = question("550").put("guild_locale", "th");
    inThaiServer.getObject("guild").put("locale", "th");
    assertTrue(isThai(discord.ask(inThaiServer).text()));

    DataObject byThai = question("550").put("locale", "th");
    assertFalse(isThai(discord.ask(byThai).text()));
    DataObject inThai = question("th 550");
    assertTrue(isThai(discord.ask(inThai).text()), "unless the question names a language");
  }

  private static boolean isThai(String text) {
    return text.codePoints().anyMatch(c -> c >= 0x0E00 && c <= 0x0E7F);
  }

  private static String button(Sent answer, String start) {
    return component(answer, start).getString("custom_id");
  }

  private static DataObject component(Sent answer, String start) {
    return DiscordRules.components(answer.message()).stream()
        .filter(component -> component.getString("custom_id", "").startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  /** The message that an answer has become, as it comes back with a click. */
  private static DataObject shown(Sent answer) {
    return Interactions.message("", Interactions.bot())
        .put("flags", answer.message().getInt("flags"))
        .put("components", answer.message().getArray("components"));
  }

  @Test
  void whoMayNotWriteInAChannelCannotMakeTheBotWriteThere() throws Exception {
    long readOnly = 1L << 10 | 1L << 31;
    Sent answer =
        discord.ask(
            Interactions.inGuild(
                2,
                "en-US",
                readOnly,
                Interactions.slash(
                    Interactions.option("question", "252"),
                    Interactions.option("visibility", "everyone"))));
    assertTrue(answer.isEphemeral());
    assertFalse(answer.customIds().stream().anyMatch(id -> id.startsWith("smtp:post")));

    Sent refused =
        discord.ask(
            Interactions.inGuild(3, "en-US", readOnly, Interactions.button("smtp:post:1?252"))
                .put("message", shown(answer)));
    assertTrue(refused.isEphemeral());
    assertTrue(refused.text().contains("you may not write in this channel"), refused.text());
  }

  private static DataObject inThread(int type, long permissions, DataObject data) {
    DataObject asked = Interactions.inGuild(2, "en-US", permissions, data);
    asked
        .getObject("channel")
        .put("type", type)
        .put("parent_id", "900000000000000003")
        .put("owner_id", Interactions.USER)
        .put("member_count", 2)
        .put("message_count", 3)
        .put(
            "thread_metadata",
            DataObject.empty()
                .put("archived", false)
                .put("auto_archive_duration", 1440)
                .put("archive_timestamp", "2024-01-01T00:00:00.000000+00:00")
                .put("locked", false)
                .put("invitable", true));
    return asked;
  }

  private static final DataObject FOR_EVERYONE = Interactions.option("visibility", "everyone");

  @Test
  void inThreadsAndForumPostsOfServersThatTheBotIsNoMemberOfItAnswers() throws Exception {
    for (int type : new int[] {10, 11, 12}) {
      DataObject data = Interactions.slash(Interactions.option("question", "252 501"));
      assertFalse(discord.ask(inThread(type, Interactions.MAY_WRITE, data)).isEphemeral());

      long notInThreads = Interactions.MAY_WRITE & ~(1L << 38);
      Sent alone = discord.ask(inThread(type, notInThreads, data));
      assertTrue(alone.isEphemeral());
      assertFalse(alone.customIds().contains("smtp:post:1?252 vs 501"));

      Sent words =
          discord.ask(
              inThread(
                  type,
                  Interactions.MAY_WRITE,
                  Interactions.slash(Interactions.option("question", "mailbox full"))));
      DataObject click =
          inThread(type, Interactions.MAY_WRITE, Interactions.button(button(words, "smtp:post:")))
              .put("type", 3)
              .put("message", shown(words));
      assertEquals(6, discord.ask(click).type());
      assertFalse(discord.awaitAnswer().isEphemeral());
      discord.awaitAnswer();
    }
  }

  @Test
  void whereAServerHidesAppsOfMembersItSaysWhyTheAnswerIsPrivate() throws Exception {
    DataObject data = Interactions.slash(Interactions.option("question", "252"), FOR_EVERYONE);
    DataObject owners = DataObject.empty().put("1", Interactions.USER);
    Sent hidden = discord.ask(asked(data).put("authorizing_integration_owners", owners));
    assertTrue(hidden.isEphemeral());
    assertTrue(hidden.text().contains("installed for your account only"), hidden.text());
    assertFalse(hidden.customIds().contains("smtp:post:1?252"), "posting would not work either");

    Sent shown =
        discord.ask(
            Interactions.inGuild(2, "en-US", Interactions.MAY_WRITE | 1L << 50, data)
                .put("authorizing_integration_owners", owners));
    assertFalse(shown.isEphemeral());
  }

  @Test
  void whereTheChannelHidesTheBotItSaysWhyTheAnswerIsPrivate() throws Exception {
    String guild = "900000000000000078";
    DataObject created = Guilds.create(guild, "333", "444");
    String role = "900000000000000079";
    created
        .getArray("roles")
        .add(
            DataObject.fromJson(created.getArray("roles").getObject(0).toJson())
                .put("id", role)
                .put("name", "writers"));
    created
        .getArray("channels")
        .getObject(1)
        .getArray("permission_overwrites")
        .add(
            DataObject.empty()
                .put("id", role)
                .put("type", 0)
                .put("allow", Long.toString(1L << 11))
                .put("deny", "0"));
    discord.dispatch("GUILD_CREATE", created);
    DataObject question =
        Guilds.in(
            guild,
            "444",
            asked(Interactions.slash(Interactions.option("question", "252"), FOR_EVERYONE)));
    question.getObject("member").put("roles", DataArray.empty().add(role));
    Sent alone = discord.ask(question);
    assertTrue(alone.isEphemeral());
    assertTrue(alone.text().contains("hides this bot"), alone.text());
    assertFalse(alone.customIds().contains("smtp:post:1?252"));
  }

  @Test
  void anAnswerThatDiscordRefusesIsToldWithTheIdThatTheLogHas() throws Exception {
    try (LogLines log = new LogLines(SmtpDiscordPlugin.class)) {
      Sent alone = discord.ask(question("mailbox full"));
      discord.fail("POST /webhooks/", 50013, 1);
      assertEquals(6, discord.ask(click(button(alone, "smtp:post:"), shown(alone))).type());
      Sent told = discord.awaitAnswer();
      assertTrue(told.isEphemeral());
      String line = log.await("error 50013");
      assertTrue(told.text().contains(line.substring(0, 8)), told.text() + line);
    }
  }

  @Test
  void whatAnotherCopyHasAnsweredIsNoFault() throws Exception {
    try (LogLines log = new LogLines(SmtpDiscordPlugin.class)) {
      discord.fail("POST /interactions/", 40060, 1);
      DataObject taken = question("250");
      discord.send(taken);
      discord.awaitRequest(
          "POST /api/v10/interactions/"
              + taken.getString("id")
              + "/"
              + taken.getString("token")
              + "/callback",
          1);
      discord.ask(question("251"));
      assertEquals(List.of(), log.all());
    }
  }

  @Test
  void aServerThatTheBotKnowsDecidesByItsRolesAndChannels() throws Exception {
    String guild = "900000000000000077";
    discord.dispatch("GUILD_CREATE", Guilds.create(guild, "111", "222"));
    Sent inOpenChannel = discord.ask(Guilds.in(guild, "111", question("252")));
    assertFalse(inOpenChannel.isEphemeral());
    Sent inReadOnlyChannel = discord.ask(Guilds.in(guild, "222", question("252")));
    assertTrue(inReadOnlyChannel.isEphemeral());
    assertFalse(inReadOnlyChannel.customIds().contains("smtp:post:1?252"));
  }

  @Test
  void amongTwoPeopleAnAnswerMayBePostedAndToTheBotAloneItNeedNotBe() throws Exception {
    DataObject alone =
        Interactions.slash(
            Interactions.option("question", "252"), Interactions.option("visibility", "asker"));
    DataObject amongTwo = Interactions.inDirectMessage(2, "en-US", alone).put("context", 2);
    assertTrue(discord.ask(amongTwo).customIds().contains("smtp:post:1?252"));
    Sent withTheBot = discord.ask(Interactions.inDirectMessage(2, "en-US", alone));
    assertTrue(withTheBot.isEphemeral());
    assertFalse(withTheBot.customIds().contains("smtp:post:1?252"), "nobody else reads there");
    assertFalse(
        discord.ask(Interactions.inDirectMessage(2, "en-US", ofEveryone("252"))).isEphemeral());
  }

  private static DataObject ofEveryone(String question) {
    return Interactions.slash(
        Interactions.option("question", question), Interactions.option("visibility", "everyone"));
  }

  @Test
  void itAnswersInDirectMessages() throws Exception {
    Sent answer =
        discord.ask(
            Interactions.inDirectMessage(
                2, "en-US", Interactions.slash(Interactions.option("question", "421"))));
    assertTrue(answer.text().contains("421"));
  }

  @Test
  void aFollowUpIsAnsweredToWhoClickedIt() throws Exception {
    Sent answer = discord.ask(question("252 501"));
    Sent next = discord.ask(click("smtp:ask:501", shown(answer)));
    assertTrue(next.isEphemeral());
    assertTrue(next.text().contains("501"));
  }

  @Test
  void aCodeChosenFromTheMenuIsExplained() throws Exception {
    Sent list = discord.ask(question("55x"));
    assertTrue(list.customIds().contains("smtp:choose"));
    Sent chosen =
        discord.ask(
            Interactions.inGuild(
                    3, "en-US", Interactions.MAY_WRITE, Interactions.menu("smtp:choose", "552"))
                .put("message", shown(list)));
    assertTrue(chosen.isEphemeral());
    assertTrue(chosen.text().contains("552"));
  }

  @Test
  void typingIsCompletedWithWhatIsCalledSoAndNothingElse() throws Exception {
    for (String locale : List.of("en-US", "th")) {
      for (String typed :
          List.of("gmail", "greyl", "S315", "mailbox fu", "กล่องจดหมายเต็ม", "spf")) {
        List<DataObject> choices = choices(locale, typed);
        assertFalse(choices.isEmpty(), typed);
        for (DataObject choice : choices) {
          String name = choice.getString("name").toLowerCase(Locale.ROOT);
          assertTrue(
              Stream.of(typed.toLowerCase(Locale.ROOT).split(" ")).allMatch(name::contains)
                  || name.endsWith("…"),
              typed + ": " + name);
        }
      }
    }
    assertTrue(values("55").contains("550"));
    assertTrue(values("gmai").contains("google"));
    assertTrue(values("greyl").contains("greylisted"));
    assertTrue(values("550 fi").contains("550 fix"));
  }

  @Test
  void whateverIsTypedIsCompletedWithinTheLimits() throws Exception {
    for (String typed : List.of("", "5", "5.7", "x".repeat(300), "@", "\u202e")) {
      choices("en-US", typed);
    }
  }

  private static List<String> values(String typed) throws Exception {
    return choices("en-US", typed).stream().map(choice -> choice.getString("value")).toList();
  }

  private static List<DataObject> choices(String locale, String typed) throws Exception {
    Sent choices =
        discord.ask(
            Interactions.inGuild(4, locale, Interactions.MAY_WRITE, Interactions.typing(typed)));
    assertEquals(8, choices.type());
    return choices.json().getObject("data").getArray("choices").stream(DataArray::getObject)
        .toList();
  }

  @Test
  void whatIsTemporaryIsAmberThatCanBeSeenOnTheLightTheme() throws Exception {
    Sent answer = discord.ask(question("421"));
    assertEquals(
        0xB7791F, answer.message().getArray("components").getObject(0).getInt("accent_color"));
  }

  /** A full stop that ends a sentence of Thai, which has none. */
  private static final Pattern THAI_FULL_STOP =
      Pattern.compile("[\u0E00-\u0E7F][”\")*]*\\.(?!\\S)|\\.\\s+[\u0E00-\u0E7F]");

  @Test
  void noSentenceOfThaiEndsInAFullStop() throws Exception {
    for (String text :
        List.of("550", "252 501", "421 gmail", "4xx", "help", "mailbox full", "550 fix", BOUNCE)) {
      Sent answer = discord.ask(question(text).put("locale", "th").put("guild_locale", "th"));
      Sent full =
          answer.customIds().stream().anyMatch(id -> id.startsWith("smtp:full:"))
              ? discord.ask(click(button(answer, "smtp:full:"), shown(answer)).put("locale", "th"))
              : answer;
      for (Sent sent : List.of(answer, full)) {
        assertFalse(THAI_FULL_STOP.matcher(sent.text()).find(), sent.text());
      }
    }
  }

  @Test
  void anAddressInATitleIsMasked() throws Exception {
    for (String text :
        List.of(
            "zebra@example.com mailbox full",
            "Subject: zebra@example.com bounced",
            "why did zebra@example.com bounce?",
            "zebra@example.com")) {
      Sent answer = discord.ask(question(text));
      assertFalse(answer.json().toString().contains("zebra"), answer.json().toString());
    }
  }

  @Test
  void helpLeadsToTheFormForALongPaste() throws Exception {
    Sent help = discord.ask(question("help"));
    assertTrue(help.isEphemeral());
    assertTrue(help.text().contains("Apps, Explain SMTP reply"), help.text());
    assertTrue(help.text().contains("/smtp-file"), help.text());
    assertFalse(help.text().contains("252 vs 501"), "that is in the menu: " + help.text());
    assertEquals(
        List.of("smtp:choose", "smtp:paste", "smtp:post:1?help", "smtp:full:1?help"),
        help.customIds());
    assertEquals(9, discord.ask(click("smtp:paste", shown(help))).type());
    Sent fromAnOldClient = discord.ask(asked(Interactions.slash()));
    assertTrue(
        fromAnOldClient.customIds().contains("smtp:paste"), "which need not send a question");

    Sent answer =
        discord.ask(
            Interactions.inGuild(
                5,
                "en-US",
                Interactions.MAY_WRITE,
                Interactions.form("550 5.1.1 <a@example.org>: no such user")));
    assertTrue(answer.isEphemeral());
  }

  @Test
  void helpForEverybodyIsSeenByAllInTheServersLanguage() throws Exception {
    DataObject everyone = Interactions.option("visibility", "everyone");
    Sent help = discord.ask(asked(Interactions.slash(everyone)));
    assertFalse(help.isEphemeral());
    assertTrue(help.customIds().contains("smtp:paste"));
    assertEquals("smtp:delete:" + Interactions.USER, button(help, "smtp:delete:"));

    DataObject inThaiServer = asked(Interactions.slash(everyone)).put("guild_locale", "th");
    inThaiServer.getObject("guild").put("locale", "th");
    assertTrue(isThai(discord.ask(inThaiServer).text()));
    DataObject alone = asked(Interactions.slash()).put("guild_locale", "th");
    alone.getObject("guild").put("locale", "th");
    assertFalse(isThai(discord.ask(alone).text()), "one reads it in one's own");
  }

  @Test
  void whoMayNotWriteInAChannelGetsHelpAlone() throws Exception {
    Sent help =
        discord.ask(
            Interactions.inGuild(
                2,
                "en-US",
                1L << 10 | 1L << 31,
                Interactions.slash(Interactions.option("visibility", "everyone"))));
    assertTrue(help.isEphemeral());
    assertTrue(help.customIds().contains("smtp:paste"));
  }

  @Test
  void theMessageCommandReadsAMessageForTheAskerAlone() throws Exception {
    Sent answer =
        discord.ask(
            asked(
                Interactions.onMessage(
                    Interactions.message("550 5.1.1 no such user", Interactions.user()))));
    assertEquals(4, answer.type());
    assertTrue(answer.isEphemeral());
    assertTrue(answer.text().contains("550"));
  }

  @Test
  void theMessageCommandReadsEveryEmbed() throws Exception {
    DataObject message = Interactions.message("", Interactions.user());
    message.put(
        "embeds",
        DataArray.empty()
            .add(DataObject.empty().put("type", "rich").put("description", "Delivery report"))
            .add(
                DataObject.empty()
                    .put("type", "rich")
                    .put("description", "Reply: 452 4.2.2 mailbox full")));
    assertTrue(discord.ask(asked(Interactions.onMessage(message))).text().contains("452 4.2.2"));
  }

  @Test
  void theMessageCommandReadsForwardedMessages() throws Exception {
    DataObject forward = Interactions.message("", Interactions.user());
    forward.put(
        "message_reference",
        DataObject.empty()
            .put("type", 1)
            .put("message_id", Interactions.newId())
            .put("channel_id", Interactions.CHANNEL));
    forward.put(
        "message_snapshots",
        DataArray.empty()
            .add(
                DataObject.empty()
                    .put("message", Interactions.message("452 4.2.2 full", Interactions.user()))));
    Sent answer = discord.ask(asked(Interactions.onMessage(forward)));
    assertTrue(answer.text().contains("452"));
  }

  @Test
  void aMessageWithoutTextIsAnsweredWithWhatToDo() throws Exception {
    Sent answer =
        discord.ask(asked(Interactions.onMessage(Interactions.message("", Interactions.user()))));
    assertTrue(answer.text().contains("no text to read"));
  }

  @Test
  void hostileTextStaysInert() throws Exception {
    for (String hostile : Hostile.TEXTS) {
      Sent answer = discord.ask(question(hostile));
      DiscordRules.assertInert(answer.text());
      Sent pasted =
          discord.ask(
              Interactions.inGuild(
                  5, "en-US", Interactions.MAY_WRITE, Interactions.form("550 5.7.1 " + hostile)));
      DiscordRules.assertInert(pasted.text());
    }
  }

  @Test
  void textOfAnyLengthIsAnsweredWithinTheLimits() throws Exception {
    discord.ask(question("\u0000\u202e" + "🙂".repeat(2000)));
    discord.ask(question("9".repeat(6000)));
    discord.ask(question("200 211 220 250 251 252 354 421 450 451 550"));
  }

  /** A message of ours that shows nothing that is quoted. */
  private static DataObject empty() {
    return Interactions.message("", Interactions.bot())
        .put(
            "components",
            DataArray.empty()
                .add(DataObject.empty().put("type", 10).put("id", 1).put("content", "gone")))
        .put("flags", 1 << 15);
  }

  private static final String BOUNCE =
      "<secret.person@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1"
          + " <secret.person@example.com>: Recipient address rejected: User unknown in local"
          + " recipient table (in reply to RCPT TO command)";

  @Test
  void aPasteIsForTheAskerAloneAndIsPostedMasked() throws Exception {
    Sent answer = discord.ask(question(BOUNCE));
    assertTrue(answer.isEphemeral());
    assertTrue(answer.text().contains("550 5.1.1"));
    assertFalse(answer.json().toString().contains("secret.person"));

    Sent posted = post(button(answer, "smtp:post:"), shown(answer));
    assertTrue(posted.text().contains("550 5.1.1 — No such recipient"), posted.text());
    assertTrue(posted.text().contains("```\n550 5.1.1 <s…@example.com>: "), posted.text());
    assertFalse(posted.text().contains("mx.example.com"), posted.text());
    assertTrue(posted.text().contains("<@" + Interactions.USER + ">"));
    assertFalse(posted.json().toString().contains("secret.person"));
  }

  @Test
  void wordsMayBePrivateSoTheAnswerToThemIsForTheAskerAlone() throws Exception {
    Sent answer = discord.ask(question("mailbox full bob@example.com"));
    assertTrue(answer.isEphemeral());

    assertEquals("smtp:post:1?mailbox full b…@example.com", button(answer, "smtp:post:"));
  }

  @Test
  void whatIsPostedIsTheFindingThatWasMadeWhateverTheMessageShows() throws Exception {
    Sent answer = discord.ask(question(BOUNCE));
    DataObject message = shown(answer);
    String changed =
        message.toString().replace("550 5.1.1 <s", "452 4.2.2 mailbox full <kim.lee@x.org> <s");
    Sent posted = post(button(answer, "smtp:post:"), DataObject.fromJson(changed));
    assertTrue(posted.text().contains("550 5.1.1 — No such recipient"), posted.text());
    assertTrue(posted.text().contains("452 4.2.2 mailbox full <k…@x.org>"), posted.text());
    assertFalse(posted.text().contains("kim"), "and what it shows is masked again");
  }

  @Test
  void whereTheMessageShowsNoReplyTheFindingIsPostedWithoutOne() throws Exception {
    Sent answer = discord.ask(question(BOUNCE));
    Sent posted = post(button(answer, "smtp:post:"), empty());
    assertTrue(posted.text().contains("550 5.1.1 — No such recipient"), posted.text());
    assertFalse(posted.text().contains("```"), posted.text());
  }

  @Test
  void aPasteForEveryoneIsAnsweredToTheAskerWithTheMeansToPostIt() throws Exception {
    Sent answer =
        discord.ask(
            asked(
                Interactions.slash(
                    Interactions.option("question", "Dear all, see below. " + BOUNCE),
                    Interactions.option("visibility", "everyone"))));
    assertTrue(answer.isEphemeral());
    assertTrue(answer.text().contains("for you alone"), answer.text());
    Sent posted = post(button(answer, "smtp:post:"), shown(answer));
    assertFalse(posted.json().toString().contains("secret.person"));
    assertFalse(posted.json().toString().contains("Dear all"));
  }

  /** Discord shows the command itself to all who see the answer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "is 550 final for bob@example.com",
        "what is 535 with password=hunter2",
        "is 550 permanent for user zorro.qvist"
      })
  void aQuestionThatNamesSomebodyIsForTheAskerAlone(String question) throws Exception {
    Sent answer = discord.ask(asked(ofEveryone(question)));
    assertTrue(answer.isEphemeral(), answer.text());
    assertTrue(answer.text().contains("for you alone"), answer.text());
  }

  @Test
  void wordsWithoutAnAddressMayBeAskedForEveryone() throws Exception {
    Sent answer =
        discord.ask(
            asked(
                Interactions.slash(
                    Interactions.option("question", "mailbox full"),
                    Interactions.option("visibility", "everyone"))));
    assertFalse(answer.isEphemeral());
  }

  @Test
  void aButtonThatIsNotOfThisVersionPostsNothing() throws Exception {
    for (String token : List.of("252 vs 501", "0?550", "1!550;;;;;;;", "1?bob@example.com")) {
      for (String button : List.of("smtp:post:", "smtp:full:")) {
        Sent refused =
            discord.ask(click(button + token, Interactions.message("", Interactions.bot())));
        assertTrue(refused.isEphemeral());
        assertTrue(refused.text().contains("of another version"), refused.text());
      }
    }
  }

  @Test
  void anUnreadableEventDoesNotStopIt() throws Exception {
    discord.dispatch("INTERACTION_CREATE", DataObject.empty().put("type", "nonsense"));
    discord.dispatch("INTERACTION_CREATE", question("250").put("data", DataObject.empty()));
    discord.dispatch("SOMETHING_NEW", DataObject.empty());
    Sent answer = discord.ask(question("250"));
    assertTrue(answer.text().contains("250"));
  }

  @Test
  void commandsAndButtonsOfOthersAreLeftAlone() throws Exception {
    DataObject other = Interactions.slash().put("name", "other");
    discord.send(asked(other));
    discord.send(click("other:button", Interactions.message("", Interactions.bot())));
    Sent answer = discord.ask(question("354"));
    assertTrue(answer.text().contains("354"));
  }

  @Test
  void anAnswerThatIsToldToWaitComesLater() throws Exception {
    discord.rateLimit(1);
    Sent answer = discord.ask(question("451"));
    assertTrue(answer.text().contains("451"));
  }
}
