package energy.ebbflow.firmware.warmup;

import energy.ebbflow.firmware.evse.EvseEffect;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.WattHours;
import energy.ebbflow.hal.Watts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Devices that obey at once, in memory: contactors, lock and converter are where they were told to
 * be, and the battery has 380 V. Belongs to one thread.
 */
final class Plant {
  private static final double BATTERY_VOLTS = 380;
  private static final double GRID_VOLTS = 230;
  private static final double SOUND_KILO_OHMS = 1_000;
  private static final double STATE_F_VOLTS = -12;

  private final boolean dc;
  private double pilotVolts = 12;
  private PilotSignal signal = new PilotSignal.Steady();
  private boolean closed;
  private boolean locked;
  private boolean isolationRuns;
  private PowerConverter.Command converter = new PowerConverter.Command.Off();

  Plant(boolean dc) {
    this.dc = dc;
  }

  /** Level of the line's positive half-wave with this vehicle, V. */
  void pilot(double volts) {
    pilotVolts = volts;
  }

  void obey(EvseEffect.Device order) {
    switch (order) {
      case EvseEffect.Pilot pilot -> signal = pilot.signal();
      case EvseEffect.CloseContactors close -> closed = true;
      case EvseEffect.OpenContactors open -> closed = false;
      case EvseEffect.Convert convert -> converter = convert.command();
      case EvseEffect.Lock lock -> locked = lock.locked();
      case EvseEffect.MeasureIsolation measure -> isolationRuns = measure.running();
      case EvseEffect.TestResidualCurrent test -> {}
      case EvseEffect.Show show -> {}
    }
  }

  private static final double CABLE_AMPS = 32;

  /** Contacts touch. */
  boolean closed() {
    return closed;
  }

  /** What all devices say now. */
  List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    boolean pwm = signal instanceof PilotSignal.Pwm;
    double high = signal instanceof PilotSignal.Negative ? STATE_F_VOLTS : pilotVolts;
    readings.add(
        new Reading.Pilot(
            new Volts(high), new Volts(pwm && pilotVolts < 12 ? STATE_F_VOLTS : high)));
    readings.add(new Reading.Contactor(closed));
    readings.add(new Reading.Lock(locked));
    readings.add(new Reading.Proximity(Optional.of(new Amps(CABLE_AMPS))));
    if (dc) {
      readings.add(
          new Reading.Converter(new Volts(volts()), new Amps(amps()), new Volts(outletVolts())));
      if (isolationRuns) {
        readings.add(new Reading.Isolation(SOUND_KILO_OHMS));
      }
    }
    readings.add(
        new Reading.Meter(
            WattHours.ZERO,
            WattHours.ZERO,
            new Watts(amps() * outletVolts()),
            List.of(new Amps(amps())),
            List.of(new Volts(dc ? outletVolts() : GRID_VOLTS))));
    return readings;
  }

  private double volts() {
    return switch (converter) {
      case PowerConverter.Command.Off off -> 0;
      case PowerConverter.Command.HoldVoltage hold -> hold.volts().value();
      case PowerConverter.Command.Current current -> BATTERY_VOLTS;
    };
  }

  private double outletVolts() {
    return closed ? volts() : 0;
  }

  private double amps() {
    return closed && converter instanceof PowerConverter.Command.Current current
        ? current.amps().value()
        : 0;
  }
}
