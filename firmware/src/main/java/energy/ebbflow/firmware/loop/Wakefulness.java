package energy.ebbflow.firmware.loop;

/**
 * How long the outlet's thread stays awake when it has nothing to do: while a vehicle asks, its
 * next request often follows at once, and to be woken for it takes longer than to answer it. Owned
 * by the loop's thread.
 *
 * <p>A vehicle that takes its time, or a machine without a processor to spare, makes it look in
 * vain. Then it does without, for twice as many requests each time, until a look succeeds again.
 */
final class Wakefulness {
  /** Our own: longer than a quick vehicle takes between a response and its next request. */
  static final long AFTER_ANSWER_NANOS = 150_000;

  /** Our own: longer than it takes to read, decipher and decode a request. */
  static final long ANNOUNCED_NANOS = 300_000;

  /** So many requests do without at most before it is tried again. */
  static final int WITHOUT_MAX = 64;

  /** With one processor whoever is waited for could not run meanwhile. */
  private static final boolean USEFUL = Runtime.getRuntime().availableProcessors() > 1;

  private boolean heard;
  private int without;
  private int left;

  /** A vehicle has asked, and was answered in this pass as a rule. */
  void heard() {
    heard = true;
  }

  /**
   * How long it is worth to look out now, real time.
   *
   * @param announced somebody said that an input is about to come
   */
  long nanos(boolean announced) {
    if (!USEFUL) {
      return 0;
    }
    if (announced) {
      return ANNOUNCED_NANOS;
    }
    if (!heard) {
      return 0;
    }
    heard = false;
    if (left > 0) {
      left--;
      return 0;
    }
    return AFTER_ANSWER_NANOS;
  }

  /** What became of a look. */
  void looked(boolean announced, boolean came) {
    if (announced) {
      return;
    }
    without = came ? 0 : Math.min(WITHOUT_MAX, Math.max(1, 2 * without));
    left = without;
  }
}
