package io.github.smtpbot.answer;

import io.github.smtpbot.catalog.CauseWords;
import io.github.smtpbot.catalog.Outcome;
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
 * @param outcome what the sending server does next
 * @param next the same in words, or what a program without a queue has to do
 * @param leads whether its step goes before the one that the provider names, who counts on a queue
 */
record Advice(
    Consequences consequences,
    CauseWords words,
    Map<Role, String> fix,
    List<Party> acts,
    Outcome outcome,
    String next,
    boolean leads) {}
