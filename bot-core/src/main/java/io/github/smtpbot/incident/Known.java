package io.github.smtpbot.incident;

import io.github.smtpbot.answer.Shareable.Found;

/**
 * What all replies of one shape say.
 *
 * @param key the group that such failures belong to
 * @param found what was found in the first of them
 * @param byWords whether nothing but their words tells the provider
 */
record Known(GroupKey key, Found found, boolean byWords) {}
