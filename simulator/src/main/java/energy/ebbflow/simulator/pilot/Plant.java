package energy.ebbflow.simulator.pilot;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.WattHours;
import energy.ebbflow.hal.Watts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The little that hangs on the machines: a line whose level the script gives, contactors that move
 * 20 ms after the command, a lock that follows at once, a meter. Moves in steps of 1 ms.
 */
final class Plant {
  /** How long the contacts take, ms. */
  static final int CONTACT_MILLIS = 20;

  private static final double GRID_VOLTS = 230;
  private static final double SUPPLY_VOLTS = 12;
  private static final int METER_MILLIS = 200;
  private static final int SLOW_MILLIS = 100;
  private static final double MILLIS_PER_HOUR = 3.6e6;

  private final Played played;
  private final int sampleMillis;
  private PilotSignal signal = new PilotSignal.Negative();
  private double high = SUPPLY_VOLTS;
  private boolean diode = true;
  private boolean commanded;
  private boolean closed;
  private long movesAt;
  private boolean welded;
  private boolean locked;
  private boolean emergencyStop;
  private boolean residual;
  private boolean residualAsked;
  private double amps;
  private double imported;
  private double exported;

  Plant(Played played, int sampleMillis) {
    this.played = played;
    this.sampleMillis = sampleMillis;
  }

  void line(double volts, boolean hasDiode) {
    high = volts;
    diode = hasDiode;
    played.level(volts, hasDiode);
  }

  void signal(PilotSignal next) {
    if (!next.equals(signal)) {
      signal = next;
      played.signal(next);
    }
  }

  void contactors(boolean close, String reason, long now) {
    if (close != commanded) {
      commanded = close;
      movesAt = now + CONTACT_MILLIS;
      played.note("command", close ? "CLOSE" : "OPEN: " + reason);
    }
  }

  void lock(boolean wanted) {
    if (wanted != locked) {
      locked = wanted;
      played.note("lock", wanted ? "locked" : "unlocked");
    }
  }

  void weld(boolean value) {
    welded = value;
    played.note("contacts", value ? "are welded" : "move again");
  }

  void emergencyStop(boolean pressed) {
    emergencyStop = pressed;
    played.note("button", pressed ? "emergency stop pressed" : "emergency stop released");
  }

  void residual(boolean tripped) {
    residual = tripped;
    played.note("rcd", tripped ? "tripped" : "reset");
  }

  void testResidual() {
    residualAsked = true;
  }

  void current(double value) {
    amps = value;
    played.note("vehicle", value + " A");
  }

  /** What the devices say at {@code now}, ms. */
  List<Reading> tick(long now) {
    List<Reading> readings = new ArrayList<>();
    boolean position = welded ? closed : commanded;
    if (closed != position && now >= movesAt) {
      closed = position;
      played.note("contacts", closed ? "closed" : "open");
      readings.add(new Reading.Contactor(closed));
    }
    double watts = 3 * GRID_VOLTS * flow();
    imported += Math.max(0, watts) / MILLIS_PER_HOUR;
    exported += Math.max(0, -watts) / MILLIS_PER_HOUR;
    if (now % SLOW_MILLIS == 0) {
      readings.add(new Reading.EmergencyStop(emergencyStop));
      readings.add(new Reading.Contactor(closed));
      readings.add(new Reading.Proximity(Optional.of(new Amps(32))));
    }
    if (residualAsked || now % SLOW_MILLIS == 0) {
      residualAsked = false;
      readings.add(new Reading.ResidualCurrent(residual, !residual));
    }
    readings.add(new Reading.Lock(locked));
    if (now % METER_MILLIS == 0) {
      readings.add(meter(watts));
    }
    if (now % sampleMillis == 0) {
      readings.add(pilot());
    }
    return readings;
  }

  private double flow() {
    return closed ? amps : 0;
  }

  private Reading pilot() {
    return switch (signal) {
      case PilotSignal.Steady() -> level(high, high);
      case PilotSignal.Pwm pwm -> {
        boolean loaded = high < SUPPLY_VOLTS - 1;
        yield level(high, loaded && !diode ? -high : -SUPPLY_VOLTS);
      }
      case PilotSignal.Zero() -> level(0, 0);
      case PilotSignal.Negative() -> level(-SUPPLY_VOLTS, -SUPPLY_VOLTS);
    };
  }

  private static Reading level(double high, double low) {
    return new Reading.Pilot(new Volts(high), new Volts(low));
  }

  private Reading meter(double watts) {
    Amps flow = new Amps(flow());
    Volts volts = new Volts(GRID_VOLTS);
    return new Reading.Meter(
        new WattHours(imported),
        new WattHours(exported),
        new Watts(watts),
        List.of(flow, flow, flow),
        List.of(volts, volts, volts));
  }
}
