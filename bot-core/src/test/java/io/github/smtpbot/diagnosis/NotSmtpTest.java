package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that look like codes and are none. */
class NotSmtpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "220 ProFTPD Server ready",
        "550 Failed to open file: No such file or directory",
        "FTP: 550 /pub/file.txt: No such file or directory",
        "503 Service Temporarily Unavailable\nnginx/1.18.0",
        "502 Proxy Error. The proxy server received an invalid response from an upstream server.",
        "SIP/2.0 503 Service Unavailable",
        "ERROR 1045 (28000): Access denied for user 'root'@'localhost'",
        "a001 NO [AUTHENTICATIONFAILED] Authentication failed.",
        "Process finished with exit code 550",
        "Le train 5.7.1 arrive \u00e0 4:50, quai 452, service indisponible",
        "502 Bad Gateway",
        "HTTP/1.1 503 Service Unavailable",
        "Error 500: Internal Server Error",
        "HTTP 421 Misdirected Request",
        "nginx returned 504 Gateway Time-out for /api",
        "GET /mail/550 HTTP/1.1\" 502 157",
        "192.168.5.7 - - [01/May/2024:10:00:00 +0000] \"GET /inbox HTTP/1.1\" 500 1234 \"-\"",
        "https://example.com/errors/550",
        "We upgraded to v5.1.1 yesterday and the message service failed",
        "Version 5.7.1 of MySQL rejected the connection",
        "Upgrade nodemailer from 4.7.0 to 5.1.1 please",
        "docker pull registry:5000/mail:5.7.1",
        "The server 10.5.7.1 is down, mail is not affected",
        "Chapter 5.7.1: Sender policy",
        "Ticket 550 was closed, order 5.1.1 shipped",
        "Order #550-1234 has not been delivered",
        "The price is 550 EUR or $421.50, please pay until 5:50",
        "Call me at 421-555-1234 or 550 555 0199",
        "Meeting room 450, 5.7.2024 at 14:21",
        "The file is 552 MB, mailbox export took 421 ms",
        "in 450 cases the delivery failed",
        "550 Hz tone, 421 ms, 5.1.1 surround",
        "452 MHz, 550 kHz and 421 rpm",
        "430 No such article",
        "423 No such article number in this newsgroup",
        "550 users were invited, 450 accepted",
        "550 messages were rejected by the spam filter last week",
        "Can you deliver 550 boxes to the warehouse? The last order was rejected.",
        "2024-05-01 10:00:00 INFO server started on port 587",
        "src/mailer.ts(550,21): error TS2339: Property 'to' does not exist on type Mail",
        "docker: pull access denied for mailer, repository does not exist",
        "Nov 12 10:11:12 mx1 opendkim[812]: 4F1B2: DKIM-Signature field added (s=d, d=a.example)",
        "dkim=pass header.d=example.com; spf=pass smtp.mailfrom=a@example.com; dmarc=pass",
        "clamav-milter: message 550AB from a@example.com: no virus found",
        "opendkim[5]: 4F1B2: DKIM verification successful",
        "503 Service Unavailable - GET https://pages.example.com/nodemailer",
        "npm ERR! code E503\nnpm ERR! 503 Service Unavailable - GET https://a.example/phpmailer",
        "HTTPError: 421 Misdirected Request for url https://smtp.example.com/",
        "requests.exceptions.HTTPError: 503 Server Error for url: https://mail.example.com/api",
        "smtp-connection@4.0.2 install failed with exit code 1: connect ETIMEDOUT 192.0.2.5:443",
        "mailbox full",
        "greylisting",
        "404",
        ""
      })
  void nothingIsReadOutOf(String text) {
    assertEquals(List.of(), Reading.DIAGNOSER.read(text).findings());
  }
}
