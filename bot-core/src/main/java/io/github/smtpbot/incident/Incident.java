package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Outline;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A summary in one language: what a terminal or a chat shows. All text is plain, and masked.
 *
 * @param language the language it is written in
 * @param zone the time zone of its times
 * @param headline what matters, in a sentence or two: what happens, who acts, and what first
 * @param happening what happens, alone
 * @param acting what is to be done about it; null if nothing fails, or it is over
 * @param totals what became of the mail
 * @param late how many messages were deferred before they were delivered; empty if none were
 * @param groups the groups that tell the story, worst first
 * @param title says how many groups of how many those are
 * @param others what the other groups are together; empty if there are none
 * @param changes what changed, that which goes on first
 * @param unchanged what is said of that where nothing changed; empty if something did
 * @param notes what could not be read, and how exact the counts are
 */
public record Incident(
    Locale language,
    ZoneId zone,
    String headline,
    String happening,
    @Nullable Outline acting,
    Totals totals,
    String late,
    List<Told> groups,
    String title,
    String others,
    List<ToldChange> changes,
    String unchanged,
    List<String> notes) {}
