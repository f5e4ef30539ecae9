package energy.ebbflow.simulator.ev.body;

import energy.ebbflow.simulator.cable.StationTerminals;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import energy.ebbflow.simulator.physics.Battery;
import energy.ebbflow.simulator.physics.Contactor;
import energy.ebbflow.simulator.physics.DcSource;
import energy.ebbflow.simulator.physics.OnboardCharger;
import energy.ebbflow.simulator.physics.OnboardChargerSpec;
import energy.ebbflow.simulator.physics.PilotLoad;
import java.util.List;

/**
 * The vehicle's electrical half. It moves when the station shows its terminals: the time between
 * two of them is its step, and the running totals in them are what flowed. Deterministic; decides
 * nothing; owned by one thread.
 */
public final class VehicleBody {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Longest step of the on-board charger and the contactor; a longer gap is cut. */
  private static final double STEP_SECONDS_MAX = 2;

  /** Stands in where there is none; it is never moved. */
  private static final OnboardChargerSpec NO_CHARGER = new OnboardChargerSpec(1, 1, 0, 0, 1, 1);

  private final BodySpec spec;
  private Battery battery;
  private Contactor contactor;
  private List<OnboardCharger> chargers;
  private final boolean hasCharger;
  private boolean plugged;
  private boolean ready;
  private List<Double> allowedAmps = List.of(0.0, 0.0, 0.0);
  private StationTerminals station = StationTerminals.ABSENT;

  public VehicleBody(BodySpec spec) {
    this.spec = spec;
    this.battery = new Battery(spec.battery(), spec.soc());
    this.contactor = Contactor.open(spec.contactor());
    this.hasCharger = spec.onboardCharger().isPresent();
    this.chargers = idle();
  }

  /** Puts the plug in or pulls it out. */
  public void plug(boolean in) {
    plugged = in;
  }

  /** Closes (state C or D) or opens (state B) the switch S2 of the pilot line. */
  public void ready(boolean closed) {
    ready = closed;
  }

  /** Drives the DC contactor of the vehicle. */
  public void contactor(boolean close) {
    contactor = contactor.command(close);
  }

  private List<OnboardCharger> idle() {
    OnboardCharger one = OnboardCharger.idle(spec.onboardCharger().orElse(NO_CHARGER));
    return List.of(one, one, one);
  }

  /** The current the on-board charger may draw per phase, A; 0 stops it. */
  public void allow(double amps) {
    allow(amps, amps, amps);
  }

  /** The current of each phase, A; below 0 the vehicle gives. */
  public void allow(double phase1, double phase2, double phase3) {
    allowedAmps = List.of(phase1, phase2, phase3);
  }

  /** Takes the station's terminals of an instant and moves on to it. */
  public VehicleTerminals exchange(StationTerminals now) {
    boolean sameStation = now.nanos() >= station.nanos();
    double seconds = sameStation ? (now.nanos() - station.nanos()) / NANOS_PER_SECOND : 0;
    if (sameStation && plugged) {
      battery = battery.afterCharge(now.ampSeconds() - station.ampSeconds());
      double wattSeconds = now.wattSeconds() - station.wattSeconds();
      if (hasCharger && now.phases() > 0) {
        double efficiency = chargers.getFirst().spec().efficiency();
        battery =
            battery.afterEnergy(
                wattSeconds > 0 ? wattSeconds * efficiency : wattSeconds / efficiency);
      }
    }
    station = now;
    double step = Math.min(STEP_SECONDS_MAX, seconds);
    contactor = contactor.after(step);
    if (hasCharger) {
      moveCharger(step);
    }
    return terminals();
  }

  private void moveCharger(double seconds) {
    double batteryWatts = battery.chargeAmpsNow() * battery.openCircuitVolts();
    boolean enoughPhases = station.phases() >= 1;
    double volts = plugged && enoughPhases ? station.phaseVolts() : 0;
    double givenWatts = battery.dischargeAmpsNow() * battery.openCircuitVolts();
    chargers =
        List.of(
            phase(0, seconds, volts, batteryWatts, givenWatts),
            phase(1, seconds, volts, batteryWatts, givenWatts),
            phase(2, seconds, volts, batteryWatts, givenWatts));
  }

  private OnboardCharger phase(
      int index, double seconds, double volts, double takenWatts, double givenWatts) {
    double amps = ready ? allowedAmps.get(index) : 0;
    return chargers.get(index).after(seconds, amps, volts, takenWatts, givenWatts);
  }

  private double phaseAmps(int index) {
    return chargers.get(index).phaseAmps(index);
  }

  /** The station has gone: no pilot, no voltage. */
  public void stationGone() {
    station = StationTerminals.ABSENT;
    chargers = idle();
  }

  private VehicleTerminals terminals() {
    if (!plugged) {
      return VehicleTerminals.UNPLUGGED;
    }
    BodySpec.PilotEnd end = spec.pilot();
    PilotLoad healthy = PilotLoad.vehicle(ready, end.ventilation(), end.tolerance());
    DcSource dc =
        contactor.closed()
            ? new DcSource(true, battery.openCircuitVolts(), battery.spec().ohms())
            : DcSource.NONE;
    return new VehicleTerminals(
        true,
        new PilotLoad(healthy.ohms(), end.diode(), end.shorted()),
        dc,
        phaseAmps(0),
        phaseAmps(1),
        phaseAmps(2),
        spec.cableAmps());
  }

  /** What the vehicle's sensors see now. */
  public BodyView view() {
    boolean alive = station.nanos() > 0;
    return new BodyView(
        plugged,
        alive,
        station.pilot(),
        plugged && station.locked(),
        plugged ? station.outletVolts() : 0,
        plugged ? station.outletAmps() : 0,
        phaseAmps(0),
        phaseAmps(1),
        phaseAmps(2),
        plugged ? station.phaseVolts() : 0,
        hasCharger ? Math.min(station.phases(), chargers.getFirst().spec().phases()) : 0,
        contactor.closed(),
        battery.soc() * 100,
        battery.terminalVolts(plugged ? station.outletAmps() : 0),
        battery.openCircuitVolts(),
        battery.chargeAmpsNow(),
        battery.dischargeAmpsNow(),
        battery.storedWattHours());
  }

  /** Another vehicle with another state of charge, 0 to 1, while nothing is plugged. */
  public void charged(double soc) {
    battery = new Battery(spec.battery(), soc);
  }

  /** Moves the pack's voltage curve so that it has {@code volts} now, at the same charge. */
  public void openCircuit(double volts) {
    battery = battery.withOpenCircuitVolts(volts);
  }

  public Battery battery() {
    return battery;
  }
}
