package io.github.smtpbot.question;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Catalog;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions as people type them, and what they ask of what: written apart from the corpus. */
class AskedTableTest {

  /** The text, the intents of which any is right, the codes, any provider, any cause. */
  private static final String QUESTIONS =
      """
      is 421 permanent? | permanent | 421 | |
      is a 450 a hard or a soft fail | permanent | 450 | |
      550 5.1.1 temporary or final? | permanent | 550 5.1.1 | |
      does 4.7.1 go away by itself | permanent,retry | 4.7.1 | |
      so is my mail lost with 554? | permanent | 554 | |
      should I retry 452? | retry | 452 | |
      do they try again after 421 4.7.0 | retry | 421 4.7.0 | |
      how many times will exim retry 451 | retry | 451 | exim |
      do i have to resend after a 450 | retry | 450 | |
      who needs to act on 5.7.26 | who | 5.7.26 | |
      554 5.7.1 whose problem is that | who | 554 5.7.1 | |
      is 535 our fault or theirs | who | 535 | |
      who is responsible for a 5.4.4 | who | 5.4.4 | |
      how can we get rid of 550 5.7.1 | fix | 550 5.7.1 | |
      solution for 530 5.7.0 | fix | 530 5.7.0 | |
      421 4.4.2 what to do | fix | 421 4.4.2 | |
      what can I do about 5.2.2 | fix | 5.2.2 | |
      when does a server send 451 | when,meaning | 451 | |
      reason for 503 | when,meaning | 503 | |
      why did outlook.com answer 550 5.7.1 | meaning,provider_meaning,when | 550 5.7.1 | outlook |
      what's the meaning of 4.3.2 | meaning | 4.3.2 | |
      please explain error 571 | meaning | 571 | |
      our scanner shows 530 | meaning | 530 | |
      my phone says 554 5.2.0 | meaning | 554 5.2.0 | |
      is 354 ok? | meaning | 354 | |
      501 or 553, which one is for a bad address | difference,which_code | 501;553 | |
      how do 4.4.1 and 4.4.2 differ | difference | 4.4.1;4.4.2 | |
      is 451 the same as 450? | difference | 451;450 | |
      5.1.1 versus 5.1.10 | difference | 5.1.1;5.1.10 | |
      are 550 5.7.1 and 554 5.7.1 different | difference | 550 5.7.1;554 5.7.1 | |
      which code should my server return for an unknown user | which_code | 550 | | user_unknown
      what code do I send when the disk is full | which_code | 452 | | system_storage_full
      proper reply for relaying not allowed | which_code | 550 | | relay_denied
      what should an MTA answer when login failed? code for it | which_code | 535 | | auth_failed
      421 gmail | meaning,provider_meaning | 421 | google |
      535 outlook | meaning,provider_meaning | 535 | outlook |
      hotmail says 421 | meaning,provider_meaning | 421 | outlook |
      AOL 554 | meaning,provider_meaning | 554 | yahoo |
      t-online 554 | meaning,provider_meaning | 554 | tonline |
      web.de 421 | meaning,provider_meaning | 421 | webde |
      550 OFR_535 [535] | meaning,provider_meaning | 550 | orange |
      421 OFR004_503 (503) | meaning,provider_meaning | 421 | orange |
      550 OFR_535 vs 535 | difference | 550;535 | orange |
      550 from mail.ru | meaning,provider_meaning | 550 | mailru |
      o365 550 5.7.64 | meaning,provider_meaning | 550 5.7.64 | exchangeonline |
      M365 5.4.1 | meaning,provider_meaning | 5.4.1 | exchangeonline |
      why do I get 550 5.7.1 when sending to gmail | meaning,provider_meaning,when | 550 5.7.1 | google |
      550 5.7.1 gmail vs outlook | difference,provider_meaning | 550 5.7.1 | outlook |
      what does barracuda mean by 554 | meaning,provider_meaning | 554 | barracuda |
      postfix 454 4.7.1 | meaning,provider_meaning | 454 4.7.1 | postfix |
      @smtpbot 252 | meaning | 252 | |
      <@U024BE7LH> what is 421? | meaning | 421 | |
      good morning, what does 550 mean please | meaning | 550 | |
      explain 550 like I'm five | meaning | 550 | |
      550是什么意思 | meaning | 550 | |
      450和451有什么区别 | difference | 450;451 | |
      ¿qué significa 550 5.7.1? | meaning | 550 5.7.1 | |
      que veut dire 554 | meaning | 554 | |
      diferença entre 450 e 550 | difference | 450;550 | |
      452の意味 | meaning | 452 | |
      warum bekomme ich 421 von gmail | meaning,provider_meaning,when | 421 | google |
      ٥٥٠ | meaning | 550 | |
      550 แปลว่าอะไร | meaning | 550 | |
      421 ชั่วคราวหรือถาวร | permanent | 421 | |
      452 จะส่งใหม่เองไหม | retry | 452 | |
      ใครต้องแก้ 5.2.2 | who | 5.2.2 | |
      วิธีแก้ 535 5.7.8 | fix | 535 5.7.8 | |
      ทำไมได้ 550 จาก gmail | meaning,provider_meaning,when | 550 | google |
      450 กับ 451 ต่างกันอย่างไร | difference | 450;451 | |
      550 ภาษาไทย | meaning | 550 | |
      252 501 in Thai | difference | 252;501 | |
      th 450 550 | difference | 450;550 | |
      421 th | meaning | 421 | |
      SMTP550 | meaning | 550 | |
      smtp-550 | meaning | 550 | |
      550/5.7.1 | meaning | 550 5.7.1 | |
      5,7,1 | meaning | 5.7.1 | |
      5-7-1 | meaning | 5.7.1 | |
      code=550 | meaning | 550 | |
      "550" | meaning | 550 | |
      'what is 550?' | meaning | 550 | |
      252 and 404 | meaning,unknown | 252 | |
      is 299 a thing | unknown | 299 | |
      what is 600 | unknown | | |
      gmail errors | provider_meaning | | google |
      what does proofpoint answer | provider_meaning | | proofpoint |
      list commands | list | | |
      show all providers | list | | |
      which causes are there | list | | |
      help | help | | |
      how does this bot work | help | | |
      4.7.x | browse | | |
      list all 5xx codes | browse | | |
      what are the x.2 codes | browse | | |
      4xx or 5xx? | difference | 4xx;5xx | |
      responses to RCPT | commands | | |
      RCPT TO | commands | | |
      what can STARTTLS be answered with | commands | | |
      421 on connect | phase,meaning | 421 | |
      503 after MAIL FROM | phase,meaning | 503 | |
      ECONNREFUSED | meaning,fix | | | host_unreachable_or_timeout
      why ETIMEDOUT | meaning,fix,when | | | host_unreachable_or_timeout
      nodemailer ENOTFOUND | meaning,fix | | | domain_not_found
      winsock error 10060 | meaning,fix | | | host_unreachable_or_timeout
      0x800CCC0F | meaning,fix | | | host_unreachable_or_timeout
      how to fix certificate verify failed | fix | | | tls_required_or_failed
      AADSTS53003 | meaning,fix | 535 | exchangeonline | auth_failed
      how do I get off a blacklist | fix | | | ip_blocklisted_or_bad_reputation
      what is greylisting | meaning | | | greylisted
      mailbox full | meaning | | | mailbox_full
      why are we rate limited | meaning,when | | | rate_limited
      what does TSS04 mean | meaning | | yahoo |
      gmial 550 | meaning,provider_meaning | 550 | google |
      550 outlok | meaning,provider_meaning | 550 | outlook |
      hotmial 550 5.7.1 | meaning,provider_meaning | 550 5.7.1 | outlook |
      micorsoft 365 5.7.1 | meaning,provider_meaning | 5.7.1 | exchangeonline |
      proofpiont 554 | meaning,provider_meaning | 554 | proofpoint |
      gmial errors | provider_meaning | | google |
      is 421 permanant | permanent | 421 | |
      shoud i rety 452 | retry | 452 | |
      diference 450 550 | difference | 450;550 | |
      what code for greylsting | which_code | 450 | | greylisted
      is 421 worse than 451 | difference,meaning | 421;451 | |
      does 451 turn into 550 | difference,meaning | 451;550 | |
      450 instead of 550 | difference | 450;550 | |
      550, 5.7.1 | meaning | 550 5.7.1 | |
      550 / 5.7.1 | meaning | 550 5.7.1 | |
      550 with status 5.7.1 | meaning | 550 5.7.1 | |
      code=550 dsn=5.7.1 | meaning | 550 5.7.1 | |
      5.1.1 550 | meaning | 550 5.1.1 | |
      421 or 4.2.1 | difference | 421;4.2.1 | |
      550 vs 5.7.1 | difference | 550;5.7.1 | |
      wie behebe ich 535 | fix | 535 | |
      wie moet 535 oplossen | who,fix | 535 | |
      i got 550 now what | fix | 550 | |
      under what circumstances 551 | when | 551 | |
      which smtp code to reject spam | which_code | 550 | | spam_content
      which code when auth is required | which_code | 530 | | auth_required
      what causes are there | list | | |
      causes | list | | |
      show causes | list | | |
      what providers are supported | list | | |
      smtp response codes | browse,list | | |
      550 ความผิดใคร | who | 550 | |
      am i blacklisted 550 5.7.1 | meaning | 550 5.7.1 | | ip_blocklisted_or_bad_reputation
      which code should a server send if the domain of the sender doesn't resolve | which_code | | | domain_not_found
      reply code for a virus in the mail | which_code | | | virus_or_forbidden_attachment
      disk full, what smtp reply | which_code | | | system_storage_full
      at which stage is 552 sent | when,phase | 552 | |
      what causes do you know | list | | |
      what can MAIL FROM be answered with | commands | | |
      postfix 451 temporary local problem | meaning,provider_meaning | 451 | postfix | server_local_error
      barracuda blocked my ip, what now | fix | | barracuda | ip_blocklisted_or_bad_reputation
      0x80042109 | meaning,fix | | | host_unreachable_or_timeout
      5.4.6 what to check | fix | 5.4.6 | |
      mailgun 550 unverified sender | meaning,provider_meaning,fix | 550 | mailgun | sender_rejected
      como soluciono 550 | fix | 550 | |
      wie behebe ich 535 | fix | 535 | |
      comment régler 554 | fix | 554 | |
      как устранить 550 | fix | 550 | |
      """;

  private static final QuestionScore SCORE = new QuestionScore(Catalog.builtIn());

  static Stream<QuestionScore.Expected> questions() {
    return QUESTIONS.lines().map(AskedTableTest::read);
  }

  private static QuestionScore.Expected read(String line) {
    String[] cells = (line + " ").split("\\|", -1);
    return new QuestionScore.Expected(
        cells[0].strip(),
        list(cells[1], ","),
        list(cells[2], ";"),
        list(cells[3], ","),
        list(cells[4], ","));
  }

  private static List<String> list(String cell, String joint) {
    return cell.isBlank() ? List.of() : List.of(cell.strip().split(joint, -1));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void whatIsAskedIsUnderstood(QuestionScore.Expected question) {
    assertTrue(SCORE.count(question), () -> SCORE.wrong().get(SCORE.wrong().size() - 1));
  }
}
