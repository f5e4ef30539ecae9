package energy.ebbflow.simulator.lab;

import energy.ebbflow.simulator.cable.VehicleTerminals;
import energy.ebbflow.simulator.physics.PilotLoad;
import java.util.Optional;

/**
 * Looks at the true state of the physics after every step and says what must never be. It knows
 * nothing of what the firmware believes, except whether it is in a transaction.
 */
final class Guard {
  /** IEC 61851-1 Table A.6: open within 100 ms; the contacts themselves need 20 ms, a step 10. */
  static final long OPEN_NANOS = 130_000_000;

  /** A current above every rating must be gone by then; shorter ones are inrush. */
  static final long OVER_NANOS = 200_000_000;

  /** IEC 61851-23: an open outlet is safe to touch soon after the plug was pulled. */
  static final long TOUCH_NANOS = 2_500_000_000L;

  private static final double READY_OHMS_MAX = 1_500;
  private static final double DC_AMPS_MAX = 62;
  private static final double AC_AMPS_MAX = 33;
  private static final double DC_VOLTS_MAX = 520;
  private static final double TOUCH_VOLTS = 60;
  private static final double FLOW_AMPS = 2;
  private static final double LEAK_WATT_HOURS = 0.5;

  private final boolean dc;
  private final boolean mayDischarge;
  private long notReadySince = Long.MAX_VALUE;
  private long emergencySince = Long.MAX_VALUE;
  private long overSince = Long.MAX_VALUE;
  private long unpluggedSince = Long.MAX_VALUE;
  private long flowSince = Long.MAX_VALUE;
  private long unlockedSince = Long.MAX_VALUE;
  private long lastNanos;
  private double imported;
  private double exported;

  Guard(boolean dc, boolean mayDischarge) {
    this.dc = dc;
    this.mayDischarge = mayDischarge;
  }

  /**
   * What is broken now.
   *
   * @param excused parts of the board are broken so that contacts may stay closed
   * @param emergency something is wrong that opens at once: the emergency stop, the
   *     residual-current detection, the protective earth, the station's own supply
   * @param jammed the lock does not move
   */
  Optional<String> broken(Lab lab, boolean excused, boolean emergency, boolean jammed) {
    long now = lab.board().nanos();
    lastNanos = now;
    VehicleTerminals vehicle = lab.shown();
    boolean ready =
        vehicle.plugged()
            && !vehicle.pilot().shorted()
            && vehicle.pilot().ohms() < READY_OHMS_MAX
            && vehicle.pilot().ohms() > PilotLoad.R3_VENTILATION_OHMS / 2;
    notReadySince = ready ? Long.MAX_VALUE : Math.min(notReadySince, now);
    emergencySince = emergency ? Math.min(emergencySince, now) : Long.MAX_VALUE;
    unpluggedSince = vehicle.plugged() ? Long.MAX_VALUE : Math.min(unpluggedSince, now);
    return first(
        closedWithoutReadiness(lab, excused),
        closedInEmergency(lab, excused),
        tooMuch(lab),
        touchable(lab, excused),
        flowWithoutTransaction(lab),
        flowUnlocked(lab, jammed),
        registers(lab));
  }

  @SafeVarargs
  private static Optional<String> first(Optional<String>... findings) {
    for (Optional<String> finding : findings) {
      if (finding.isPresent()) {
        return finding;
      }
    }
    return Optional.empty();
  }

  private boolean since(long start, long nanos) {
    return start != Long.MAX_VALUE && lastNanos - start > nanos;
  }

  private Optional<String> closedWithoutReadiness(Lab lab, boolean excused) {
    return lab.board().contactsTouch() && since(notReadySince, OPEN_NANOS) && !excused
        ? Optional.of("contacts closed although the vehicle is not in C or D")
        : Optional.empty();
  }

  private Optional<String> closedInEmergency(Lab lab, boolean excused) {
    return lab.board().contactsTouch() && since(emergencySince, OPEN_NANOS) && !excused
        ? Optional.of("contacts closed although a fault demands that they open at once")
        : Optional.empty();
  }

  private Optional<String> tooMuch(Lab lab) {
    double amps = dc ? Math.abs(lab.board().bus().outletAmps()) : lab.body().view().phaseAmps();
    boolean over =
        amps > (dc ? DC_AMPS_MAX : AC_AMPS_MAX) || lab.board().bus().outletVolts() > DC_VOLTS_MAX;
    overSince = over ? Math.min(overSince, lastNanos) : Long.MAX_VALUE;
    return since(overSince, OVER_NANOS)
        ? Optional.of("beyond the ratings: " + lab.board().bus())
        : Optional.empty();
  }

  private Optional<String> touchable(Lab lab, boolean excused) {
    return dc
            && !excused
            && since(unpluggedSince, TOUCH_NANOS)
            && lab.board().bus().outletVolts() > TOUCH_VOLTS
        ? Optional.of("an unplugged outlet has " + lab.board().bus().outletVolts() + " V")
        : Optional.empty();
  }

  private Optional<String> flowWithoutTransaction(Lab lab) {
    double amps = dc ? lab.board().bus().vehicleAmps() : lab.body().view().phaseAmps();
    boolean flow = Math.abs(amps) > FLOW_AMPS && lab.evse().transaction().isEmpty();
    flowSince = flow ? Math.min(flowSince, lastNanos) : Long.MAX_VALUE;
    return since(flowSince, OVER_NANOS)
        ? Optional.of("current without a transaction: " + amps + " A")
        : Optional.empty();
  }

  private Optional<String> flowUnlocked(Lab lab, boolean jammed) {
    double amps = dc ? lab.board().bus().vehicleAmps() : lab.body().view().phaseAmps();
    boolean flow = Math.abs(amps) > FLOW_AMPS && !lab.board().locked() && !jammed;
    unlockedSince = flow ? Math.min(unlockedSince, lastNanos) : Long.MAX_VALUE;
    return since(unlockedSince, OVER_NANOS)
        ? Optional.of("current through a plug that is not locked: " + amps + " A")
        : Optional.empty();
  }

  private Optional<String> registers(Lab lab) {
    double in = lab.board().meter().importedWattHours();
    double out = lab.board().meter().exportedWattHours();
    if (in < imported || out < exported) {
      return Optional.of("a register ran backwards");
    }
    imported = in;
    exported = out;
    return !mayDischarge && out > LEAK_WATT_HOURS
        ? Optional.of("energy taken from a vehicle that only charges: " + out + " Wh")
        : Optional.empty();
  }
}
