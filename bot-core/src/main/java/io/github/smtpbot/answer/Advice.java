package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Role;
import io.github.smtpbot.diagnosis.Consequences;
import java.util.List;
import java.util.Map;

/**
 * What is to be done about a finding.
 *
 * @param consequences what follows for the address, and whose fault it is
 * @param words what is said of the cause
 * @param fix what each does, of which the first step is taken
 * @param acts whose turn it is, the most likely first
 * @param next what happens next
 */
record Advice(
    Consequences consequences,
    CauseWords words,
    Map<Role, String> fix,
    List<Party> acts,
    String next) {}
