package energy.ebbflow.simulator.board;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.WattHours;
import energy.ebbflow.hal.Watts;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Turns snapshots into readings as drivers would: at once when something worth a reading changed,
 * otherwise periodically, so that a silent device is noticed.
 */
final class ReadingFeed {
  private static final long MILLI = 1_000_000;

  private final ReadingSink sink;
  private final boolean dc;
  private final boolean socket;
  private final Queue<Reading> single = new ArrayDeque<>();

  private final Pace<Reading.Pilot> pilot =
      new Pace<>(
          0, 50 * MILLI, (a, b) -> far(a.high(), b.high(), 0.05) || far(a.low(), b.low(), 0.05));
  private final Pace<Reading.Converter> converter =
      new Pace<>(
          10 * MILLI,
          50 * MILLI,
          (a, b) ->
              far(a.volts(), b.volts(), 1)
                  || far(a.vehicleVolts(), b.vehicleVolts(), 1)
                  || Math.abs(a.amps().value() - b.amps().value()) > 0.5);
  private final Pace<Reading.Contactor> contactor = new Pace<>(0, 500 * MILLI, ReadingFeed::differ);
  private final Pace<Reading.Lock> lock = new Pace<>(0, 1000 * MILLI, ReadingFeed::differ);
  private final Pace<Reading.Proximity> proximity =
      new Pace<>(0, 1000 * MILLI, ReadingFeed::differ);
  private final Pace<Reading.Meter> meter =
      new Pace<>(100 * MILLI, 100 * MILLI, ReadingFeed::differ);
  private final Pace<Reading.Isolation> isolation =
      new Pace<>(200 * MILLI, 200 * MILLI, ReadingFeed::differ);
  private final Pace<Reading.Temperature> temperature =
      new Pace<>(100 * MILLI, 1000 * MILLI, (a, b) -> Math.abs(a.celsius() - b.celsius()) > 0.5);
  private final Pace<Reading.ResidualCurrent> residual =
      new Pace<>(0, 1000 * MILLI, ReadingFeed::differ);
  private final Pace<Reading.EmergencyStop> emergency =
      new Pace<>(0, 500 * MILLI, ReadingFeed::differ);
  private final Pace<Reading.Earth> earth = new Pace<>(0, 1000 * MILLI, ReadingFeed::differ);
  private final Pace<Reading.Supply> supply = new Pace<>(0, 1000 * MILLI, ReadingFeed::differ);
  private final Pace<Reading.GridQuality> frequency =
      new Pace<>(20 * MILLI, 200 * MILLI, ReadingFeed::differ);

  /** A lost word is no lost meter: ten of the times after which it is repeated. */
  private static final long GRID_VALID_NANOS = 2000 * MILLI;

  private final Pace<Reading.Site> site =
      new Pace<>(200 * MILLI, 1000 * MILLI, ReadingFeed::differ);
  private final Pace<Reading.Grid> grid = new Pace<>(0, 1000 * MILLI, ReadingFeed::differ);

  ReadingFeed(ReadingSink sink, boolean dc, boolean socket) {
    this.sink = sink;
    this.dc = dc;
    this.socket = socket;
  }

  /** The next publish carries the residual-current state even if it did not change. */
  void residualTestWanted() {
    residual.force();
  }

  void card(String uid) {
    single.add(new Reading.Rfid(uid));
  }

  void gridLimit(Optional<Watts> watts) {
    single.add(new Reading.GridLimit(watts));
  }

  void fault(String device, String detail) {
    single.add(new Reading.DeviceFault(device, detail));
  }

  /** Offers what is due at {@code nanos}. */
  void publish(long nanos, BoardSnapshot now) {
    // Safety first: what can only make the controller stop is told before anything else.
    emergency.offer(nanos, new Reading.EmergencyStop(now.emergencyStop()), sink);
    supply.offer(nanos, new Reading.Supply(now.supplyGood()), sink);
    earth.offer(nanos, new Reading.Earth(now.earth()), sink);
    residual.offer(
        nanos, new Reading.ResidualCurrent(now.residualTrip(), !now.residualTrip()), sink);
    grid.offer(nanos, new Reading.Grid(now.gridPresent()), sink);
    for (Reading reading = single.poll(); reading != null; reading = single.poll()) {
      sink.offer(reading);
    }
    now.pilot()
        .ifPresent(
            levels ->
                pilot.offer(
                    nanos,
                    new Reading.Pilot(new Volts(levels.highVolts()), new Volts(levels.lowVolts())),
                    sink));
    contactor.offer(nanos, new Reading.Contactor(now.contactorFeedback()), sink);
    lock.offer(nanos, new Reading.Lock(now.locked()), sink);
    if (socket) {
      Optional<Amps> rating =
          now.cableAmps() > 0 ? Optional.of(new Amps(now.cableAmps())) : Optional.empty();
      proximity.offer(nanos, new Reading.Proximity(rating), sink);
    }
    if (dc) {
      converter.offer(
          nanos,
          new Reading.Converter(
              new Volts(now.bus().converterVolts()),
              new Amps(now.bus().outletAmps()),
              new Volts(now.bus().outletVolts())),
          sink);
      now.isolationKiloOhms()
          .ifPresent(ohms -> isolation.offer(nanos, new Reading.Isolation(ohms), sink));
    }
    now.hertz()
        .ifPresent(
            hertz ->
                frequency.offer(
                    nanos,
                    new Reading.GridQuality(Optional.of(hertz), List.of(), GRID_VALID_NANOS),
                    sink));
    if (!now.meterSilent()) {
      Reading.Meter own = meterReading(now);
      meter.offer(nanos, own, sink);
      now.siteLoadWatts()
          .ifPresent(
              load ->
                  site.offer(nanos, new Reading.Site(new Watts(load + own.power().value())), sink));
    }
    temperature.offer(nanos, new Reading.Temperature(now.celsius()), sink);
  }

  private Reading.Meter meterReading(BoardSnapshot now) {
    WattHours imported = new WattHours(now.meter().importedWattHours());
    WattHours exported = new WattHours(now.meter().exportedWattHours());
    if (dc) {
      return new Reading.Meter(
          imported,
          exported,
          new Watts(now.bus().outletWatts() + now.meterErrorWatts()),
          List.of(new Amps(now.bus().outletAmps())),
          List.of(new Volts(now.bus().outletVolts())));
    }
    double watts = now.meterErrorWatts();
    for (int phase = 0; phase < now.phaseAmps().size(); phase++) {
      watts += now.phaseAmps().get(phase) * now.phaseVolts().get(phase);
    }
    return new Reading.Meter(
        imported,
        exported,
        new Watts(watts),
        now.phaseAmps().stream().map(Amps::new).toList(),
        now.phaseVolts().stream().map(Volts::new).toList());
  }

  private static boolean far(Volts a, Volts b, double volts) {
    return Math.abs(a.value() - b.value()) > volts;
  }

  private static boolean differ(Object a, Object b) {
    return !a.equals(b);
  }
}
