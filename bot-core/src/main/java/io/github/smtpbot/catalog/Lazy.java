package io.github.smtpbot.catalog;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, once. Safe for use by many threads. */
public final class Lazy<T> {

  private final Supplier<T> maker;
  private volatile @Nullable T value;

  /** A value that the maker will make; if that fails, the next one who asks has it made. */
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /** The value. */
  public T get() {
    T made = value;
    if (made == null) {
      synchronized (this) {
        made = value;
        if (made == null) {
          made = maker.get();
          value = made;
        }
      }
    }
    return made;
  }
}
