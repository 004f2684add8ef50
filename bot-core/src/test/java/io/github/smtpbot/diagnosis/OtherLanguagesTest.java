package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notices and programs that speak the language of their reader. */
class OtherLanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          El mensaje no se pudo entregar a kim@example.com. No se encontró la dirección de correo electrónico. | user_unknown
          No se ha podido entregar el mensaje a: kim@example.com. El buzón del destinatario está lleno.  | mailbox_full
          Tu mensaje no se ha entregado a kim@example.com porque no se ha encontrado la dirección.       | user_unknown
          Échec de la remise pour ces destinataires : kim@example.com. L'adresse est introuvable.        | user_unknown
          Votre message n'a pas été transmis à kim@example.com, car l'adresse est introuvable.           | user_unknown
          Votre message n'a pas pu être remis. La boîte aux lettres du destinataire est pleine.          | mailbox_full
          Ihre Nachricht wurde nicht an kim@example.com zugestellt, weil die Adresse nicht gefunden wurde. | user_unknown
          Ihre Nachricht konnte nicht zugestellt werden. Das Postfach des Empfängers ist voll.           | mailbox_full
          Impossibile recapitare il messaggio: L'indirizzo di posta elettronica immesso non è stato trovato. | user_unknown
          Il messaggio non è stato recapitato a kim@example.com perché l'indirizzo non è stato trovato.  | user_unknown
          Falha na entrega: O endereço de email que você inseriu não foi encontrado.                     | user_unknown
          Sua mensagem não foi entregue para kim@example.com porque o endereço não foi encontrado.       | user_unknown
          """)
  void aNoticeWithoutACodeTellsItsCause(String notice, String cause) {
    Finding finding = Reading.one(notice);
    assertEquals(cause, finding.cause().label());
    assertNull(finding.replyCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Сервер ответил 550 такого пользователя нет    | 550 | user_unknown
          Ошибка: 552 почтовый ящик переполнен          | 552 | mailbox_full
          服务器返回 550 用户不存在                        | 550 | user_unknown
          服务器返回552邮箱已满                            | 552 | mailbox_full
          サーバーの応答: 550 ユーザーが存在しません          | 550 | user_unknown
          서버 응답: 550 사용자를 찾을 수 없습니다            | 550 | user_unknown
          서버가 552 메일함이 가득 찼습니다 라고 응답          | 552 | mailbox_full
          Sunucu 550 kullanıcı bulunamadı dedi           | 550 | user_unknown
          เซิร์ฟเวอร์ตอบ 550 ไม่พบผู้ใช้                     | 550 | user_unknown
          เซิร์ฟเวอร์ตอบว่า 552 กล่องจดหมายเต็ม              | 552 | mailbox_full
          """)
  void aReplyIsReadBehindWhatAnnouncesIt(String text, String code, String cause) {
    Finding finding = Reading.one(text);
    assertEquals(code, finding.codes());
    assertEquals(cause, finding.cause().label());
  }

  @ParameterizedTest
  @CsvSource({
    "Ihr Paket konnte nicht zugestellt werden. Sendung 550 liegt bereit.",
    "La commande 552 est introuvable."
  })
  void whatOthersDeliverIsNoMail(String text) {
    assertTrue(Reading.DIAGNOSER.read(text).findings().isEmpty(), text);
  }

  @Test
  void theSentenceBelowAHeadingKnowsBetterWhatFailed() {
    Finding finding =
        Reading.one(
            """
            Address not found

            Your message wasn't delivered to kim@exampel.com because the domain exampel.com couldn't be found.
            Check for typos or unnecessary spaces and try again.

            The response was:

            DNS Error: DNS type 'mx' lookup of exampel.com responded with code NXDOMAIN
            """);
    assertEquals(Cause.DOMAIN_NOT_FOUND, finding.cause());
    assertEquals("kim@exampel.com", finding.recipient());
  }

  @Test
  void gmailsErrorOfDnsIsAQueuesAndNotAPrograms() {
    Finding finding =
        Reading.one("DNS Error: DNS type 'mx' lookup of exampel.com responded with code NXDOMAIN");
    assertEquals(Cause.DOMAIN_NOT_FOUND, finding.cause());
    assertEquals(Finding.Origin.QUEUE, finding.circumstances().origin());
    assertEquals("google", finding.provider() == null ? "" : finding.provider().id());
  }
}
