package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.PilotState;

/**
 * A simulated vehicle on basic charging, stepped once a second. Its habits are those that the field
 * reports; see the timing page.
 */
final class Car {
  /** What it does with an interruption. */
  enum Habit {
    /** Comes back from any pause. */
    TOLERANT,
    /** Ends the session on a pause; only state F wakes it. */
    INTOLERANT,
    /** Comes back five times, and then not even the ladder wakes it. */
    FIVE_STRIKES,
    /** Comes back, but draws nothing below 8 A. */
    EIGHT_AMPS,
    /** Sleeps after 15 min without PWM, and only 10 s of state F wakes it. */
    DEEP_SLEEPER
  }

  static final double MAX_AMPS = 16;

  /** How long a vehicle needs from PWM to current. */
  private static final int START_SECONDS = 5;

  private static final int STRIKES = 5;
  private static final int DEEP_SLEEP_SECONDS = 900;
  private static final int SHORT_FAULT_SECONDS = 4;
  private static final int LONG_FAULT_SECONDS = 10;

  private final Habit habit;
  private double wantedAmpSeconds;
  private boolean asleep;
  private boolean dead;
  private int interruptions;
  private int pwmSeconds;
  private int pauseSeconds;
  private int faultSeconds;
  private boolean drawing;

  Car(Habit habit, double wantedAmpSeconds) {
    this.habit = habit;
    this.wantedAmpSeconds = wantedAmpSeconds;
  }

  /** Lives through one second of an offer. */
  void second(PilotOffer offer) {
    switch (offer) {
      case PilotOffer.Basic(double amps) -> pwm(amps);
      case PilotOffer.Digital() -> pwm(0);
      case PilotOffer.None() -> pause();
      case PilotOffer.NotAvailable() -> fault();
    }
  }

  private void pwm(double amps) {
    pauseSeconds = 0;
    faultSeconds = 0;
    pwmSeconds++;
    boolean enough = amps >= (habit == Habit.EIGHT_AMPS ? 8 : 6);
    drawing = !asleep && !dead && enough && wantedAmpSeconds > 0 && pwmSeconds >= START_SECONDS;
    if (drawing) {
      wantedAmpSeconds -= Math.min(amps, MAX_AMPS);
    }
  }

  private void pause() {
    if (drawing) {
      interruptions++;
      asleep = habit == Habit.INTOLERANT;
      dead = habit == Habit.FIVE_STRIKES && interruptions >= STRIKES;
    }
    drawing = false;
    pwmSeconds = 0;
    faultSeconds = 0;
    pauseSeconds++;
    asleep |= habit == Habit.DEEP_SLEEPER && pauseSeconds >= DEEP_SLEEP_SECONDS;
  }

  private void fault() {
    drawing = false;
    pwmSeconds = 0;
    faultSeconds++;
    int needed = habit == Habit.DEEP_SLEEPER ? LONG_FAULT_SECONDS : SHORT_FAULT_SECONDS;
    if (faultSeconds >= needed) {
      asleep = false;
      pauseSeconds = 0;
    }
  }

  boolean drawing() {
    return drawing;
  }

  boolean full() {
    return wantedAmpSeconds <= 0;
  }

  /** Energy that it still wants, in ampere-seconds per phase. */
  double missing() {
    return Math.max(0, wantedAmpSeconds);
  }

  PilotState state(PilotOffer offer) {
    if (offer instanceof PilotOffer.NotAvailable) {
      return PilotState.F;
    }
    return drawing ? PilotState.C : PilotState.B;
  }
}
