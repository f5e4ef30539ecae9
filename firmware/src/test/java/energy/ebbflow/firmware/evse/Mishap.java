package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.WattHours;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What may happen to an outlet at any moment, and what is expected of it while it charges. */
enum Mishap {
  EMERGENCY_STOP(
      StationFault.EMERGENCY_STOP,
      Where.BOTH,
      0,
      says(new Reading.EmergencyStop(true)),
      says(new Reading.EmergencyStop(false))),
  SUPPLY_FAILS(
      StationFault.SUPPLY_FAILING,
      Where.BOTH,
      0,
      says(new Reading.Supply(false)),
      says(new Reading.Supply(true))),
  RESIDUAL_CURRENT(
      StationFault.RESIDUAL_CURRENT,
      Where.BOTH,
      0,
      rig -> rig.residualTripped = Optional.of(true),
      rig -> rig.residualTripped = Optional.of(false)),
  EARTH_LOST(
      StationFault.EARTH_LOST,
      Where.BOTH,
      0,
      says(new Reading.Earth(false)),
      says(new Reading.Earth(true))),
  ISOLATION(
      StationFault.ISOLATION, Where.DC, 0, rig -> rig.kiloOhms = 50, rig -> rig.kiloOhms = 1_000),
  OUTLET_VOLTAGE_HIGH(
      StationFault.OVER_VOLTAGE, Where.DC, 0, distorts(Mishap::tooHigh), Mishap::honest),
  OUTLET_VOLTAGE_GONE(
      StationFault.UNDER_VOLTAGE, Where.DC, 1_000, distorts(Mishap::noVoltage), Mishap::honest),
  GRID_VOLTAGE_HIGH(
      StationFault.GRID_OVER_VOLTAGE,
      Where.AC,
      1_000,
      distorts(reading -> withVolts(reading, 280)),
      Mishap::honest),
  GRID_VOLTAGE_LOW(
      StationFault.GRID_UNDER_VOLTAGE,
      Where.AC,
      3_000,
      distorts(reading -> withVolts(reading, 170)),
      Mishap::honest),
  GRID_LOST(
      StationFault.GRID_LOST,
      Where.BOTH,
      0,
      says(new Reading.Grid(false)),
      says(new Reading.Grid(true))),
  TOO_MUCH_CURRENT(
      StationFault.OVER_CURRENT, Where.BOTH, 100, distorts(Mishap::tooMuch), Mishap::honest),
  CONTROLLER_LOST(
      StationFault.SAFETY_CONTROLLER,
      Where.BOTH,
      0,
      Mishap::pullController,
      rig -> rig.controllerLost = false),
  PILOT_SILENT(StationFault.PILOT, Where.BOTH, 500, silences(Reading.Pilot.class), Mishap::honest),
  PILOT_SHORTED(
      StationFault.PILOT, Where.BOTH, 30, distorts(reading -> atLevel(reading, 0)), Mishap::honest),
  PILOT_OUT_OF_RANGE(
      StationFault.PILOT,
      Where.BOTH,
      30,
      distorts(reading -> atLevel(reading, 14)),
      Mishap::honest),
  CONTACTOR_FALLS(
      StationFault.CONTACTOR_DOES_NOT_CLOSE,
      Where.BOTH,
      500,
      rig -> rig.contactorsStuckOpen = true,
      rig -> rig.contactorsStuckOpen = false),
  CONTACTOR_WELDS(
      StationFault.CONTACTOR_WELDED,
      Where.BOTH,
      -1,
      rig -> rig.contactorsWelded = true,
      rig -> rig.contactorsWelded = false),
  LOCK_OPENS(
      StationFault.LOCK_OPENED,
      Where.BOTH,
      100,
      distorts(reading -> reading instanceof Reading.Lock ? new Reading.Lock(false) : reading),
      Mishap::honest),
  CABLE_UNKNOWN(
      StationFault.PROXIMITY,
      Where.AC,
      300,
      rig -> rig.cableAmps = Optional.empty(),
      rig -> rig.cableAmps = Optional.of(32.0)),
  TOO_HOT(
      StationFault.OVER_TEMPERATURE,
      Where.BOTH,
      0,
      says(new Reading.Temperature(95)),
      says(new Reading.Temperature(30))),
  WARM(
      StationFault.HIGH_TEMPERATURE,
      Where.BOTH,
      0,
      says(new Reading.Temperature(70)),
      says(new Reading.Temperature(30))),
  METER_BACKWARDS(StationFault.METER, Where.BOTH, 0, distorts(Mishap::backwards), Mishap::honest),
  METER_SILENT(
      StationFault.METER, Where.BOTH, 10_000, silences(Reading.Meter.class), Mishap::honest),
  CONVERTER_SILENT(
      StationFault.DEVICE_SILENT,
      Where.DC,
      2_000,
      silences(Reading.Converter.class),
      Mishap::honest),
  DEVICE_BROKEN(
      StationFault.DEVICE,
      Where.BOTH,
      0,
      says(new Reading.DeviceFault("fan", "it stands still")),
      rig -> {}),
  MESSAGES_LOST(
      StationFault.OVERLOAD,
      Where.BOTH,
      0,
      rig -> rig.input(new EvseInput.QueueFull("readings")),
      rig -> {}),
  STORAGE_FULL(
      StationFault.STORAGE,
      Where.BOTH,
      0,
      rig -> rig.input(new EvseInput.StorageFailed("no space")),
      rig -> rig.input(new EvseInput.StorageBack()));

  /** Which kind of outlet it can happen to. */
  enum Where {
    AC,
    DC,
    BOTH
  }

  /** What is done to the rig. */
  interface Deed {
    void on(EvseRig rig);
  }

  /** The fault that is expected. */
  final StationFault fault;

  /** How long its condition lasts before it is a fault, ms; negative: it shows later. */
  final long patienceMillis;

  private final Where where;
  private final Deed begin;
  private final Deed end;

  Mishap(StationFault fault, Where where, long patienceMillis, Deed begin, Deed end) {
    this.fault = fault;
    this.where = where;
    this.patienceMillis = patienceMillis;
    this.begin = begin;
    this.end = end;
  }

  boolean fits(boolean dc) {
    return where == Where.BOTH || (where == Where.DC) == dc;
  }

  void begin(EvseRig rig) {
    begin.on(rig);
  }

  void end(EvseRig rig) {
    end.on(rig);
  }

  private static Deed says(Reading reading) {
    return rig -> rig.input(new EvseInput.Measured(reading));
  }

  private static Deed distorts(Function<Reading, Reading> lie) {
    return rig -> rig.distorted = reading -> Optional.of(lie.apply(reading));
  }

  private static Deed silences(Class<? extends Reading> kind) {
    return rig ->
        rig.distorted = reading -> Optional.of(reading).filter(any -> !kind.isInstance(any));
  }

  private static void honest(EvseRig rig) {
    rig.distorted = Optional::of;
  }

  private static void pullController(EvseRig rig) {
    rig.controllerLost = true;
    says(new Reading.DeviceFault(Reading.DeviceFault.SAFETY_CONTROLLER, "line broken")).on(rig);
    if (rig.closed()) {
      says(new Reading.ContactorUnknown()).on(rig);
    }
  }

  private static Reading atLevel(Reading reading, double volts) {
    return reading instanceof Reading.Pilot
        ? new Reading.Pilot(new Volts(volts), new Volts(volts > 0 ? -12 : volts))
        : reading;
  }

  private static Reading tooHigh(Reading reading) {
    return reading instanceof Reading.Converter(Volts volts, Amps amps, Volts vehicle)
        ? new Reading.Converter(volts, amps, new Volts(560))
        : reading;
  }

  private static Reading noVoltage(Reading reading) {
    return reading instanceof Reading.Converter(Volts volts, Amps amps, Volts vehicle)
        ? new Reading.Converter(volts, amps, new Volts(0))
        : reading;
  }

  /** What flows becomes too much; where nothing flows nothing is shown. */
  private static Reading tooMuch(Reading reading) {
    return switch (reading) {
      case Reading.Converter(Volts volts, Amps amps, Volts vehicle) ->
          flows(amps) ? new Reading.Converter(volts, new Amps(90), vehicle) : reading;
      case Reading.Meter meter ->
          meter.phaseCurrents().stream().anyMatch(Mishap::flows)
              ? new Reading.Meter(
                  meter.imported(),
                  meter.exported(),
                  meter.power(),
                  List.of(new Amps(90)),
                  meter.phaseVoltages())
              : reading;
      case Reading other -> other;
    };
  }

  private static boolean flows(Amps amps) {
    return Math.abs(amps.value()) > 1;
  }

  private static Reading withVolts(Reading reading, double volts) {
    return reading instanceof Reading.Meter meter
        ? new Reading.Meter(
            meter.imported(),
            meter.exported(),
            meter.power(),
            meter.phaseCurrents(),
            List.of(new Volts(volts)))
        : reading;
  }

  private static Reading backwards(Reading reading) {
    return reading instanceof Reading.Meter meter
        ? new Reading.Meter(
            new WattHours(Math.max(0, meter.imported().value() - 5)),
            meter.exported(),
            meter.power(),
            meter.phaseCurrents(),
            meter.phaseVoltages())
        : reading;
  }
}
