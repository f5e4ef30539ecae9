package energy.ebbflow.hal.pi;

/**
 * The motor of a connector lock behind an H-bridge: a pulse in one direction, then the feedback
 * must say that the bolt is there; otherwise again after a pause, a few times. Pure; the owner
 * calls it every few milliseconds.
 *
 * @param wanted whether the bolt shall be in
 * @param stage what the motor does
 * @param since when the stage began, ns
 * @param tries pulses given for this wish
 */
record LockDrive(boolean wanted, Stage stage, long since, int tries) {
  /** Rest between two pulses, so that the motor cools. */
  static final long PAUSE_NANOS = 1_000_000_000;

  /** After {@link #TRIES_MAX} pulses in vain the next one comes so much later. */
  static final long LONG_PAUSE_NANOS = 30_000_000_000L;

  /** Pulses before the lock counts as jammed. */
  static final int TRIES_MAX = 3;

  /** What the motor does. */
  enum Stage {
    RESTING,
    DRIVING,
    PAUSING,
    JAMMED
  }

  /** A lock that shall be open, as the station found it. */
  static LockDrive initial(long now) {
    return new LockDrive(false, Stage.RESTING, now, 0);
  }

  /**
   * The next state.
   *
   * @param wish whether the bolt shall be in
   * @param bolt whether the feedback says that it is in
   * @param pulseNanos length of a pulse
   */
  LockDrive step(boolean wish, boolean bolt, long pulseNanos, long now) {
    if (wish != wanted) {
      // A motor that runs is not turned round at once: the running pulse ends first.
      return stage == Stage.DRIVING && now - since < pulseNanos
          ? this
          : new LockDrive(wish, bolt == wish ? Stage.RESTING : Stage.DRIVING, now, 1);
    }
    long elapsed = now - since;
    return switch (stage) {
      // The bolt left its place by itself: somebody pulls.
      case RESTING -> bolt == wanted ? this : new LockDrive(wanted, Stage.DRIVING, now, 1);
      case DRIVING -> elapsed < pulseNanos ? this : afterPulse(bolt, now);
      case PAUSING ->
          bolt == wanted
              ? rest(now)
              : elapsed < PAUSE_NANOS ? this : new LockDrive(wanted, Stage.DRIVING, now, tries + 1);
      case JAMMED ->
          bolt == wanted
              ? rest(now)
              : elapsed < LONG_PAUSE_NANOS ? this : new LockDrive(wanted, Stage.DRIVING, now, 1);
    };
  }

  private LockDrive afterPulse(boolean bolt, long now) {
    if (bolt == wanted) {
      return rest(now);
    }
    return new LockDrive(wanted, tries >= TRIES_MAX ? Stage.JAMMED : Stage.PAUSING, now, tries);
  }

  private LockDrive rest(long now) {
    return new LockDrive(wanted, Stage.RESTING, now, 0);
  }

  /** The line of the H-bridge that pushes the bolt in. */
  boolean forward() {
    return stage == Stage.DRIVING && wanted;
  }

  /** The line that pulls it out. */
  boolean reverse() {
    return stage == Stage.DRIVING && !wanted;
  }

  boolean jammed() {
    return stage == Stage.JAMMED;
  }
}
