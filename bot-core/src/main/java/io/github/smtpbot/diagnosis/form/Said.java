package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.diagnosis.Diagnosis.Form;
import io.github.smtpbot.diagnosis.Finding.Origin;
import io.github.smtpbot.diagnosis.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text says, without what it only carries along.
 *
 * @param form what kind of text it is
 * @param words what it says of the failure: without the returned message and without the sentences
 *     of templates
 * @param lines the same, line by line
 * @param fields the fields of a delivery status notification among them
 * @param isReport whether it is known to be a mail server's report, which tells of at least one
 *     failure
 * @param around what all of it tells of each of its lines
 * @param origin who tells of the failure
 * @param outcome what its words say became of the message, or null
 * @param reportingSystem the id of the provider whose template it is, or null
 * @param reportingHost the host that it names as its author, or null
 * @param reportedBy the host that it comes from: as named, or else the sender's domain; or null
 * @param failedRecipients the recipients that its header names, or an empty text
 */
public record Said(
    Form form,
    String words,
    List<TextLine> lines,
    StatusFields fields,
    boolean isReport,
    Surroundings around,
    Origin origin,
    @Nullable Outcome outcome,
    @Nullable String reportingSystem,
    @Nullable String reportingHost,
    @Nullable String reportedBy,
    String failedRecipients) {}
