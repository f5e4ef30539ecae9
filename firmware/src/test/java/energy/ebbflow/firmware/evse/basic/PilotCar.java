package energy.ebbflow.firmware.evse.basic;

import energy.ebbflow.hal.PilotSignal;

/**
 * A simulated vehicle without digital communication: sees the pilot line, answers with its level
 * and draws current on three phases. Its habits are those that the field reports; see the timing
 * page.
 */
final class PilotCar {
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
  static final double KILOWATTS_PER_AMP = 3 * 230 / 1000.0;

  private static final double START_SECONDS = 5;
  private static final int STRIKES = 5;
  private static final double DEEP_SLEEP_SECONDS = 900;
  private static final double SHORT_FAULT_SECONDS = 3.5;
  private static final double LONG_FAULT_SECONDS = 9.5;
  private static final double FIRST_LAW_PERCENT_MAX = 85;

  private final Habit habit;
  private double missingKilowattHours;
  private boolean plugged;
  private boolean asleep;
  private boolean dead;
  private int interruptions;
  private double pwmSeconds;
  private double pauseSeconds;
  private double faultSeconds;
  private double amps;

  PilotCar(Habit habit, double wantedKilowattHours) {
    this.habit = habit;
    this.missingKilowattHours = wantedKilowattHours;
  }

  void plug(boolean nowPlugged) {
    plugged = nowPlugged;
    amps = 0;
  }

  /** Lives for a while with a signal; draws only through a closed contactor. */
  void live(PilotSignal signal, boolean contactorClosed, double seconds) {
    switch (signal) {
      case PilotSignal.Pwm pwm -> pwm(amps(pwm.dutyPercent()), contactorClosed, seconds);
      case PilotSignal.Steady steady -> pause(seconds);
      case PilotSignal.Negative negative -> fault(seconds);
      // As if unplugged: no positive voltage either.
      case PilotSignal.Zero zero -> fault(seconds);
    }
    if (!plugged) {
      amps = 0;
    }
    missingKilowattHours -= amps * KILOWATTS_PER_AMP * seconds / 3600;
  }

  /** IEC 61851-1 Table A.8; 5 % is no current. */
  private static double amps(double dutyPercent) {
    if (dutyPercent < 8) {
      return 0;
    }
    return dutyPercent <= FIRST_LAW_PERCENT_MAX ? dutyPercent * 0.6 : (dutyPercent - 64) * 2.5;
  }

  private void pwm(double offered, boolean contactorClosed, double seconds) {
    pauseSeconds = 0;
    faultSeconds = 0;
    pwmSeconds += seconds;
    boolean enough = offered >= (habit == Habit.EIGHT_AMPS ? 8 : 6) - 0.01;
    boolean wants = enough && wants() && pwmSeconds >= START_SECONDS;
    amps = wants && contactorClosed ? Math.min(offered, MAX_AMPS) : 0;
  }

  private void pause(double seconds) {
    if (amps > 0) {
      interruptions++;
      asleep = habit == Habit.INTOLERANT;
      dead = habit == Habit.FIVE_STRIKES && interruptions >= STRIKES;
    }
    amps = 0;
    pwmSeconds = 0;
    faultSeconds = 0;
    pauseSeconds += seconds;
    asleep |= habit == Habit.DEEP_SLEEPER && pauseSeconds >= DEEP_SLEEP_SECONDS;
  }

  private void fault(double seconds) {
    amps = 0;
    pwmSeconds = 0;
    faultSeconds += seconds;
    if (faultSeconds >= (habit == Habit.DEEP_SLEEPER ? LONG_FAULT_SECONDS : SHORT_FAULT_SECONDS)) {
      asleep = false;
      pauseSeconds = 0;
    }
  }

  private boolean wants() {
    return plugged && !asleep && !dead && missingKilowattHours > 0;
  }

  /** Positive half-wave that it makes of +12 V. */
  double volts() {
    if (!plugged) {
      return 12;
    }
    return wants() && pwmSeconds > 0 && (amps > 0 || pwmSeconds >= 2) ? 6 : 9;
  }

  double amps() {
    return amps;
  }

  boolean drawing() {
    return amps > 0;
  }

  int interruptions() {
    return interruptions;
  }

  double missingKilowattHours() {
    return Math.max(0, missingKilowattHours);
  }
}
