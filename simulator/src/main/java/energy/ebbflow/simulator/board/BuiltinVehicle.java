package energy.ebbflow.simulator.board;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.simulator.cable.StationTerminals;
import energy.ebbflow.simulator.cable.VehicleSide;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import energy.ebbflow.simulator.ev.body.BodySpec;
import energy.ebbflow.simulator.ev.body.VehicleBody;
import energy.ebbflow.simulator.physics.BatterySpec;
import energy.ebbflow.simulator.physics.ContactorSpec;
import energy.ebbflow.simulator.physics.OnboardChargerSpec;
import energy.ebbflow.simulator.physics.PilotDuty;
import java.util.List;
import java.util.Optional;

/**
 * A passive vehicle on the board itself, for a vehicle controller made by others that talks the
 * protocol over the network but has no cable: it plugs in, answers the pilot, lets its battery
 * follow the DC bus, and leaves state C when the station's contactors have opened. When the station
 * has withdrawn its offer for good it unplugs, and plugs in again a little later, so that one
 * controller after the other can be tried.
 *
 * <p>It knows nothing of the protocol. Its contactor closes when the outlet has stayed within
 * {@link #MATCH_VOLTS} of the battery for {@link #MATCH_NANOS}, which only pre-charge does.
 */
public final class BuiltinVehicle implements VehicleSide {
  /** IEC 61851-23: pre-charge ends within ±20 V of the battery. */
  static final double MATCH_VOLTS = 20;

  /** Without a cable check before it, the outlet must match for this long: a ramp passes faster. */
  static final long MATCH_NANOS = 200_000_000;

  /** An outlet at rest for this long is where the vehicle controller wants it. */
  static final long REST_NANOS = 100_000_000;

  /** IEC 61851-1 Table A.7: 3 % to 7 % ask for digital communication. */
  private static final double DIGITAL_DUTY_MAX = 7;

  private static final double REST_VOLTS = 1;
  private static final double SAFE_VOLTS = 60;
  private static final double PACK_VOLTS_MIN = 150;

  /** The pilot goes back to B this long after the station's contactors have opened. */
  static final long BACK_NANOS = 100_000_000;

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final VehicleBody body;
  private final boolean dc;
  private final long replugNanos;
  private final long readyNanos;
  private final long basicNanos;
  private final long unplugNanos;

  private long offerSince = NEVER;
  private long matchSince = NEVER;
  private long openSince = NEVER;
  private long restSince = NEVER;
  private long withdrawnSince = NEVER;
  private long plugAt;
  private double restVolts;
  private boolean raised;
  private boolean checked;
  private boolean flowed;
  private boolean served;

  private static final long NEVER = -1;

  private BuiltinVehicle(
      VehicleBody body,
      boolean dc,
      long plugNanos,
      long readyNanos,
      long basicNanos,
      long unplugNanos,
      long replugNanos) {
    this.body = body;
    this.dc = dc;
    this.plugAt = plugNanos;
    this.replugNanos = replugNanos;
    this.readyNanos = readyNanos;
    this.basicNanos = basicNanos;
    this.unplugNanos = unplugNanos;
  }

  /**
   * A vehicle for one outlet: 40 kWh and 20 kW both ways, and 11 kW on three phases.
   *
   * @param plugAfterSeconds when it plugs in
   * @param readyAfterSeconds how long after PWM it goes to state C
   * @param unplugAfterSeconds how long after the station withdrew its offer it unplugs
   * @param replugAfterSeconds how long after that it plugs in again
   * @param soc at the start, 0 to 1
   */
  public static BuiltinVehicle ofOutlet(
      boolean dc,
      double plugAfterSeconds,
      double readyAfterSeconds,
      double unplugAfterSeconds,
      double replugAfterSeconds,
      double soc) {
    return ofOutlet(
        dc,
        plugAfterSeconds,
        readyAfterSeconds,
        readyAfterSeconds,
        unplugAfterSeconds,
        replugAfterSeconds,
        soc);
  }

  /**
   * The same, patient where the station offers basic charging: its controller may start late, and
   * is served digitally only while nothing flows.
   *
   * @param basicAfterSeconds how long after a duty cycle of basic charging it goes to state C
   */
  public static BuiltinVehicle ofOutlet(
      boolean dc,
      double plugAfterSeconds,
      double readyAfterSeconds,
      double basicAfterSeconds,
      double unplugAfterSeconds,
      double replugAfterSeconds,
      double soc) {
    BatterySpec battery =
        new BatterySpec(
            40_000,
            List.of(330.0, 352.0, 366.0, 380.0, 400.0),
            0.08,
            320,
            410,
            60,
            60,
            20_000,
            20_000,
            0.99);
    BodySpec spec =
        new BodySpec(
            battery,
            soc,
            Optional.of(new OnboardChargerSpec(3, 16, 6, 0.5, 8, 0.93)),
            BodySpec.PilotEnd.NOMINAL,
            ContactorSpec.ORDINARY,
            dc ? 0 : 32);
    return new BuiltinVehicle(
        new VehicleBody(spec),
        dc,
        nanos(plugAfterSeconds),
        nanos(readyAfterSeconds),
        nanos(basicAfterSeconds),
        nanos(unplugAfterSeconds),
        nanos(replugAfterSeconds));
  }

  private static long nanos(double seconds) {
    return (long) (seconds * NANOS_PER_SECOND);
  }

  @Override
  public VehicleTerminals exchange(StationTerminals station) {
    if (station.nanos() >= plugAt) {
      body.plug(true);
    }
    followPilot(station);
    if (dc) {
      followBus(station);
    }
    followContactors(station);
    leaveWhenDone(station);
    return body.exchange(station);
  }

  private void followPilot(StationTerminals station) {
    if (!(station.pilot() instanceof PilotSignal.Pwm pwm) || !body.view().plugged()) {
      offerSince = NEVER;
      body.ready(false);
      body.allow(0);
      return;
    }
    if (offerSince == NEVER) {
      offerSince = station.nanos();
    }
    boolean basic = pwm.dutyPercent() > DIGITAL_DUTY_MAX;
    if (station.nanos() - offerSince >= (basic ? basicNanos : readyNanos) && !flowed) {
      body.ready(true);
    }
    body.allow(PilotDuty.amps(pwm.dutyPercent()));
  }

  private void followBus(StationTerminals station) {
    double volts = station.outletVolts();
    if (!station.contactorsClosed()) {
      raised = false;
      checked = false;
      matchSince = NEVER;
      restSince = NEVER;
      return;
    }
    checked |= raised && volts < SAFE_VOLTS;
    raised |= volts > SAFE_VOLTS;
    if (flowed) {
      return;
    }
    if (checked) {
      movePackTo(volts, station.nanos());
    }
    if (Math.abs(volts - body.battery().openCircuitVolts()) >= MATCH_VOLTS) {
      matchSince = NEVER;
      return;
    }
    matchSince = matchSince == NEVER ? station.nanos() : matchSince;
    if (checked || station.nanos() - matchSince >= MATCH_NANOS) {
      body.contactor(true);
      flowed = true;
    }
  }

  private void movePackTo(double volts, long nanos) {
    if (volts < PACK_VOLTS_MIN || Math.abs(volts - restVolts) > REST_VOLTS) {
      restVolts = volts;
      restSince = nanos;
    } else if (nanos - restSince >= REST_NANOS) {
      body.openCircuit(volts);
    }
  }

  private void followContactors(StationTerminals station) {
    if (station.contactorsClosed()) {
      flowed |= !dc;
      served = true;
      openSince = NEVER;
      return;
    }
    if (!flowed) {
      return;
    }
    if (openSince == NEVER) {
      openSince = station.nanos();
      body.contactor(false);
    }
    long open = station.nanos() - openSince;
    if (open >= BACK_NANOS) {
      body.ready(false);
    }
    if (!(station.pilot() instanceof PilotSignal.Pwm)) {
      // The station has withdrawn its offer; a new one starts a new session.
      flowed = false;
      openSince = NEVER;
    }
  }

  /** A session that broke is offered again after a pause; one that is over is not. */
  private void leaveWhenDone(StationTerminals station) {
    if (!served || station.contactorsClosed() || station.pilot() instanceof PilotSignal.Pwm) {
      withdrawnSince = NEVER;
      return;
    }
    if (withdrawnSince == NEVER) {
      withdrawnSince = station.nanos();
    }
    if (station.nanos() - withdrawnSince >= unplugNanos) {
      body.plug(false);
      served = false;
      plugAt = station.nanos() + replugNanos;
    }
  }
}
