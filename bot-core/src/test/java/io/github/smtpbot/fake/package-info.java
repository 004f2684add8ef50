/** What the fake platforms of both adapters' tests share. */
@NullMarked
package io.github.smtpbot.fake;

import org.jspecify.annotations.NullMarked;
