package io.github.smtpbot.slack.bot;

import com.slack.api.bolt.model.Installer;
import com.slack.api.bolt.service.builtin.oauth.view.OAuthRedirectUriPageRenderer;
import io.github.smtpbot.SmtpBot;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page that whoever installed the app comes back to, in every language there is: Bolt does not
 * tell which one the browser wants.
 */
final class InstallPages implements OAuthRedirectUriPageRenderer {

  private static final int LONGEST_REASON = 60;

  private final SmtpBot words;

  InstallPages(SmtpBot words) {
    this.words = words;
  }

  @Override
  public String renderSuccessPage(Installer installer, @Nullable String completionUrl) {
    return page("install.done", "", "");
  }

  @Override
  public String renderFailurePage(String installPath, @Nullable String reason) {
    return page("install.failed", word(reason), installPath);
  }

  /** Slack's words for what went wrong; anything else may come from anybody. */
  private static String word(@Nullable String reason) {
    boolean slacks =
        reason != null
            && reason.length() <= LONGEST_REASON
            && reason.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '_');
    return slacks ? reason + "" : "internal_error";
  }

  private String page(String key, String value, String again) {
    String said =
        words.languages().stream()
            .map(language -> paragraph(words.label(key, language, value), language))
            .collect(Collectors.joining());
    String link =
        again.isEmpty()
            ? ""
            : words.languages().stream()
                .map(
                    language ->
                        paragraph(
                            "<a href=\""
                                + again
                                + "\">"
                                + words.label("install.again", language)
                                + "</a>",
                            language))
                .collect(Collectors.joining());
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>smtpbot</title></head>"
        + "<body><h1>smtpbot</h1>"
        + said
        + link
        + "</body></html>\n";
  }

  /** Of our own words and of {@link #word}s, which hold no markup. */
  private static String paragraph(String html, Locale language) {
    return "<p lang=\"" + language.toLanguageTag() + "\">" + html + "</p>";
  }
}
