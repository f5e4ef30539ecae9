package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.Indicator.Sign;

/**
 * What lamp and buzzer do for a sign. Pure: colour and sound follow from the sign, from when it was
 * first shown, and from the time.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 * @param sound whether the buzzer sounds
 */
record Lamp(int red, int green, int blue, boolean sound) {
  /** Dark and silent. */
  static final Lamp OFF = new Lamp(0, 0, 0, false);

  private static final int FULL = 255;
  private static final long MILLI = 1_000_000;

  /** Length of a beep. */
  static final long BEEP_NANOS = 80 * MILLI;

  /**
   * The look of a sign.
   *
   * @param shownNanos how long it has been shown, at least 0
   */
  static Lamp of(Sign sign, long shownNanos) {
    long ms = shownNanos / MILLI;
    return switch (sign) {
      case AVAILABLE -> green(true, false);
      case CONNECTED -> blue(true, beep(shownNanos, 1));
      case AUTHORISING -> blue(on(ms, 500), false);
      // A slow breath, one second up and one down.
      case CHARGING -> new Lamp(0, 0, breath(ms, 2000), beep(shownNanos, 2));
      // The other way: green and blue, so that people see the direction.
      case DISCHARGING -> new Lamp(0, breath(ms, 2000), breath(ms, 2000), beep(shownNanos, 2));
      case PAUSED -> blue(on(ms, 4000), false);
      case FINISHED -> green(on(ms, 1000), beep(shownNanos, 1));
      case FAULT -> red(on(ms, 500), beep(shownNanos, 3));
      case UNAVAILABLE -> red(true, false);
    };
  }

  private static boolean on(long ms, long period) {
    return ms % period < period / 2;
  }

  private static int breath(long ms, long period) {
    long half = period / 2;
    long place = ms % period;
    long up = place < half ? place : period - place;
    return (int) (32 + (FULL - 32) * up / half);
  }

  /** So many beeps, a beep's length apart, when the sign appears. */
  private static boolean beep(long shownNanos, int count) {
    long place = shownNanos / BEEP_NANOS;
    return place < 2L * count && place % 2 == 0;
  }

  private static Lamp red(boolean lit, boolean sound) {
    return new Lamp(lit ? FULL : 0, 0, 0, sound);
  }

  private static Lamp green(boolean lit, boolean sound) {
    return new Lamp(0, lit ? FULL : 0, 0, sound);
  }

  private static Lamp blue(boolean lit, boolean sound) {
    return new Lamp(0, 0, lit ? FULL : 0, sound);
  }
}
