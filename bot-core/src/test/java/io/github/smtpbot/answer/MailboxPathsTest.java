package io.github.smtpbot.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose folder it is, nobody learns. */
class MailboxPathsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cannot write to /var/mail/zorro: quota exceeded | cannot write to /var/mail/…: quota exceeded",
        "maildir:/home/zorro/Maildir: permission denied | maildir:…: permission denied",
        "/var/spool/mail/zorro.qvist failed | /var/spool/mail/… failed",
        "mailbox /var/vmail/example.com/zorro/Maildir full | mailbox /var/vmail/… full",
        "mdbox:~/mdbox:INDEX=/srv/idx/zorro failed | mdbox:… failed",
        "(/home/zorro/mbox) | (/home/…)",
        "/srv/data/zorro/Maildir not found | /srv/… not found",
        "no such folder: /srv/zorro/Maildir | no such folder: /srv/…",
        "/zorro/Maildir not found | /… not found",
        "/srv/mailboxes/zorro is full | /srv/mailboxes/… is full",
        "open \"/Users/zorro/Mail/x\" | open \"/Users/…\"",
        "C:\\Users\\zorro\\AppData missing | C:\\Users\\… missing"
      })
  void whatFollowsTheFolderOfAllIsHidden(String line, String hidden) {
    assertEquals(hidden, MailboxPaths.hidden(line));
    assertEquals(hidden, MailboxPaths.hidden(hidden));
    assertFalse(Quotation.of(line).contains("zorro"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see https://support.google.com/mail/?p=NoSuchUser",
        "see example.com/mail/abuse",
        "//example.com/home/page",
        "/etc/postfix/main.cf, line 5",
        "/usr/lib/dovecot/deliver: killed",
        "and/or mail/home",
        "mail: /",
        "/var/mail",
        "/var/mail/",
        "/var/mail/ is full",
        "/Maildir is missing",
        "/"
      })
  void linksAndOtherFoldersStay(String line) {
    assertEquals(line, MailboxPaths.hidden(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/home", "maildir:", "/a/", "/mail/ ", ":/\\"})
  void hostileLinesTakeLinearTime(String part) {
    String line = part.repeat(200_000 / part.length());
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> MailboxPaths.hidden(line));
  }
}
