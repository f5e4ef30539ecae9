package energy.ebbflow.hal.yeti;

import java.util.ArrayList;
import java.util.List;

/** What is said between controller and board. */
public sealed interface YetiMessage {
  /** What the controller says. */
  sealed interface ToBoard extends YetiMessage {}

  /** What the board says. */
  sealed interface ToController extends YetiMessage {}

  /** The controller is alive; once a second. */
  record KeepAlive() implements ToBoard {}

  /** The lock shall be in or out. */
  record Lock(boolean locked) implements ToBoard {}

  /**
   * What is on the pilot line.
   *
   * @param centiPercent duty in 0.01 %; {@link #STATE_F} and {@link #STEADY} are signals of their
   *     own
   */
  record Pwm(int centiPercent) implements ToBoard {
    /** Steady -12 V. */
    public static final int STATE_F = 0;

    /** Steady +12 V: one more than a duty of 100 %. */
    public static final int STEADY = 10_001;

    public Pwm {
      if (centiPercent < STATE_F || centiPercent > STEADY) {
        throw new IllegalArgumentException("duty expects 0 to 10001, got " + centiPercent);
      }
    }
  }

  /** The board may switch power on when a vehicle asks for it; or must switch it off. */
  record AllowPower(boolean allowed) implements ToBoard {}

  /** The board is to start anew. */
  record Reset() implements ToBoard {}

  /** Whether three phases are switched on the next time, otherwise one. */
  record ThreePhases(boolean three) implements ToBoard {}

  /**
   * The board is alive; once a second.
   *
   * @param hardware revision of the board
   * @param protocolMajor version of the protocol
   * @param protocolMinor version of the protocol
   * @param firmware version in words, such as 2.2
   * @param ampsMax largest current of its relays
   * @param phasesMax most phases that it switches
   */
  record Alive(
      int hardware,
      int protocolMajor,
      int protocolMinor,
      String firmware,
      double ampsMax,
      int phasesMax)
      implements ToController {}

  /** The board has started. */
  record Restarted(boolean byWatchdog) implements ToController {}

  /** The vehicle's state on the pilot line (IEC 61851-1), as the board sees it. */
  enum PilotState {
    A,
    B,
    C,
    D,
    E,
    F
  }

  record Pilot(PilotState state) implements ToController {}

  /** The relays, after their mirror contacts. */
  record Relais(boolean on) implements ToController {}

  /** What is wrong on the board. */
  record Errors(
      boolean diode,
      boolean selfTestFailed,
      boolean residualCurrent,
      boolean ventilation,
      boolean lock,
      boolean pilot,
      boolean overCurrent)
      implements ToController {
    /** Nothing is wrong. */
    public static final Errors NONE = new Errors(false, false, false, false, false, false, false);

    /** For people, those of lock, pilot and current; empty without one. */
    String inWords() {
      List<String> words = new ArrayList<>();
      if (lock) {
        words.add("the lock does not move");
      }
      if (pilot) {
        words.add("the pilot signal is disturbed");
      }
      if (overCurrent) {
        words.add("over-current");
      }
      return String.join(", ", words);
    }
  }

  /** Rating of the plugged cable: 0 for none, 13, 20, 32, or 63 A; -1 for a broken line. */
  record Proximity(int amps) implements ToController {}

  /** Position of the lock. */
  enum LockPosition {
    UNKNOWN,
    UNLOCKED,
    LOCKED
  }

  record LockState(LockPosition position) implements ToController {}

  /**
   * The board's own meter; once a second.
   *
   * @param volts of three phases
   * @param amps of three phases, magnitudes
   * @param watts of three phases, signed
   * @param wattHours all phases together
   * @param celsius of its four sensors, in the order of {@link #SENSORS}
   */
  record Meter(
      List<Double> volts,
      List<Double> amps,
      List<Double> watts,
      double wattHours,
      List<Double> celsius)
      implements ToController {
    public Meter {
      volts = List.copyOf(volts);
      amps = List.copyOf(amps);
      watts = List.copyOf(watts);
      celsius = List.copyOf(celsius);
    }

    /** Where the sensors sit: at the terminals of the phases and of neutral. */
    public static final List<String> SENSORS = List.of("L1", "L2", "L3", "N");
  }

  /** Voltages of the pilot line; their unit is not public, so nobody uses them. */
  record Telemetry() implements ToController {}
}
