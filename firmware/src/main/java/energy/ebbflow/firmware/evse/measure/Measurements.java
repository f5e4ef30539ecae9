package energy.ebbflow.firmware.evse.measure;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.hal.modbus.driver.ModbusMeter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the devices of one outlet said last, with the times that matter. Absent is what has not been
 * measured yet.
 *
 * @param contactorSaid what the mirror contact said last
 * @param contactorLost nobody hears it any more
 * @param celsius each temperature sensor by its name
 * @param earthLost the protective earth is known to be interrupted
 * @param supplyFailing the station's own supply announces its end
 * @param grid the supplying grid as its own meter sees it
 * @param meterBackwards a register ran backwards since the last plug-in
 * @param uncountedWattHours energy that flowed by the meter's own power since a register moved
 * @param deviceFaults what devices say of themselves, with the time they said it
 */
public record Measurements(
    Optional<Reading.Pilot> pilot,
    Optional<Amps> cableRating,
    Optional<Boolean> contactorSaid,
    boolean contactorLost,
    Optional<Boolean> locked,
    boolean residualTripped,
    boolean residualKnown,
    boolean earthLost,
    boolean supplyFailing,
    Optional<Reading.Meter> meter,
    boolean meterBackwards,
    double uncountedWattHours,
    Optional<Reading.Converter> converter,
    Optional<Double> kiloOhms,
    long kiloOhmsAtNanos,
    Map<String, Double> celsius,
    boolean emergencyStop,
    Optional<Boolean> gridPresent,
    GridWords grid,
    Optional<Long> pilotNanos,
    Optional<Long> meterNanos,
    Optional<Long> converterNanos,
    Map<String, DeviceWord> deviceFaults) {

  /** A device's own report. */
  public record DeviceWord(String detail, long atNanos) {}

  /** Our own: a report that is not repeated for so long is over. */
  private static final long DEVICE_FAULT_NANOS = 30_000_000_000L;

  /** Our own: more devices than any board has. */
  private static final int DEVICE_FAULTS_MAX = 16;

  /** Our own: a register's resolution; less is no step back. */
  private static final double REGISTER_RESOLUTION_WH = 0.01;

  public Measurements {
    celsius = Map.copyOf(celsius);
    deviceFaults = Map.copyOf(deviceFaults);
  }

  /** Nothing measured yet. */
  public static final Measurements NONE =
      new Measurements(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          false,
          false,
          false,
          false,
          Optional.empty(),
          false,
          0,
          Optional.empty(),
          Optional.empty(),
          0,
          Map.of(),
          false,
          Optional.empty(),
          GridWords.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of());

  /** The same with one reading more. */
  public Measurements with(Reading reading, long nowNanos) {
    Edit edit = new Edit(this);
    switch (reading) {
      case Reading.Pilot value -> {
        edit.pilot = Optional.of(value);
        edit.pilotNanos = Optional.of(nowNanos);
      }
      case Reading.Proximity value -> edit.cableRating = value.cableRating();
      case Reading.Contactor value -> {
        edit.contactorSaid = Optional.of(value.closed());
        edit.contactorLost = false;
      }
      case Reading.ContactorUnknown value -> edit.contactorLost = true;
      case Reading.Lock value -> edit.locked = Optional.of(value.locked());
      case Reading.ResidualCurrent value -> {
        edit.residualTripped = value.tripped();
        edit.residualKnown = true;
      }
      case Reading.Earth value -> edit.earthLost = !value.connected();
      case Reading.Supply value -> edit.supplyFailing = !value.good();
      case Reading.Meter value -> {
        edit.meterBackwards = meterBackwards || meter.filter(old -> fell(old, value)).isPresent();
        edit.uncountedWattHours = uncounted(value, nowNanos);
        edit.meter = Optional.of(value);
        edit.meterNanos = Optional.of(nowNanos);
      }
      case Reading.Converter value -> {
        edit.converter = Optional.of(value);
        edit.converterNanos = Optional.of(nowNanos);
      }
      case Reading.Isolation value -> {
        edit.kiloOhms = Optional.of(value.kiloOhms());
        edit.kiloOhmsAtNanos = nowNanos;
      }
      case Reading.Temperature value -> edit.celsius = withTemperature(value);
      case Reading.EmergencyStop value -> edit.emergencyStop = value.pressed();
      case Reading.Grid value -> edit.gridPresent = Optional.of(value.present());
      case Reading.GridQuality value -> edit.grid = grid.with(value, nowNanos);
      case Reading.DeviceFault value -> {
        // A lamp or a card reader that broke is no reason to end a session.
        if (value.stopsEnergy()) {
          edit.deviceFaults = withFault(value.device(), value.detail(), nowNanos);
        }
      }
      case Reading.Rfid value -> {}
      // Of the grid, not of the outlet.
      case Reading.GridLimit value -> {}
      case Reading.Site value -> {}
    }
    return edit.done();
  }

  /** The same for a new vehicle: what was held against the last one is forgotten. */
  public Measurements forNewVehicle() {
    Edit edit = new Edit(this);
    edit.meterBackwards = false;
    edit.uncountedWattHours = 0;
    edit.kiloOhms = Optional.empty();
    return edit.done();
  }

  /** The same without device reports that were not repeated. */
  public Measurements forgetOldFaults(long nowNanos) {
    if (deviceFaults.isEmpty()
        || deviceFaults.values().stream().noneMatch(word -> old(word, nowNanos))
        || safetyControllerLost().isPresent()) {
      return this;
    }
    Map<String, DeviceWord> kept = new LinkedHashMap<>(deviceFaults);
    kept.values().removeIf(word -> old(word, nowNanos));
    Edit edit = new Edit(this);
    edit.deviceFaults = kept;
    return edit.done();
  }

  /** Voltage at the outlet, on the vehicle's side of the contactors; 0 V before any reading. */
  public double outletVolts() {
    if (converter.isPresent()) {
      return converter.get().vehicleVolts().value();
    }
    List<Volts> phases = meter.isPresent() ? meter.get().phaseVoltages() : List.of();
    return phases.isEmpty() ? 0 : phases.getFirst().value();
  }

  /** Current at the outlet, signed; for AC the phase with the largest magnitude. */
  public Optional<Double> outletAmps() {
    if (converter.isPresent()) {
      return Optional.of(converter.get().amps().value());
    }
    return meter.flatMap(
        value ->
            value.phaseCurrents().stream()
                .map(Amps::value)
                .max((a, b) -> Double.compare(Math.abs(a), Math.abs(b))));
  }

  /** Current of each measured phase at the outlet, signed; one value for DC. */
  public List<Double> phaseAmps() {
    if (converter.isPresent()) {
      return List.of(converter.get().amps().value());
    }
    return meter
        .map(value -> value.phaseCurrents().stream().map(Amps::value).toList())
        .orElse(List.of());
  }

  /** Voltage of each measured phase at the meter; empty before any reading. */
  public List<Double> phaseVolts() {
    return meter
        .map(value -> value.phaseVoltages().stream().map(Volts::value).toList())
        .orElse(List.of());
  }

  /** The mirror contact; absent before it has spoken, and while nobody hears it. */
  public Optional<Boolean> contactorClosed() {
    return contactorLost ? Optional.empty() : contactorSaid;
  }

  /**
   * Whether the meter spoke lately: within the time that the slowest meter of a board, one that is
   * asked by Modbus, needs to be heard again though one answer is lost.
   */
  public boolean meterFresh(long nowNanos) {
    return meterNanos.filter(at -> nowNanos - at < ModbusMeter.VALID_NANOS).isPresent();
  }

  /** Frequency of the grid, in Hz; absent where nothing tells it now. */
  public Optional<Double> gridHertz(long nowNanos) {
    return grid.hertz(nowNanos);
  }

  /** Voltages of the grid, line to neutral; empty where nothing tells them now. */
  public List<Double> gridVolts(long nowNanos) {
    return grid.volts(nowNanos);
  }

  /**
   * What the safety microcontroller's loss was told with, until it is heard again and has said
   * where the contactors are.
   */
  public Optional<String> safetyControllerLost() {
    Optional<String> told = controllerWord();
    // Whatever the board calls itself: with nobody who hears the contacts none stays closed.
    return told.isPresent() || !contactorLost
        ? told
        : Optional.of("nobody hears the mirror contacts");
  }

  private Optional<String> controllerWord() {
    return Optional.ofNullable(deviceFaults.get(Reading.DeviceFault.SAFETY_CONTROLLER))
        .filter(word -> contactorLost || pilotNanos.filter(at -> at - word.atNanos() > 0).isEmpty())
        .map(DeviceWord::detail);
  }

  /** Power at the meter, signed; 0 W before any reading. */
  public double watts() {
    return meter.map(Reading.Meter::power).map(Watts::value).orElse(0.0);
  }

  /** Register towards the vehicle, Wh. */
  public double importedWh() {
    return meter.map(value -> value.imported().value()).orElse(0.0);
  }

  /** Register from the vehicle, Wh. */
  public double exportedWh() {
    return meter.map(value -> value.exported().value()).orElse(0.0);
  }

  private static boolean fell(Reading.Meter old, Reading.Meter value) {
    return value.imported().value() < old.imported().value() - REGISTER_RESOLUTION_WH
        || value.exported().value() < old.exported().value() - REGISTER_RESOLUTION_WH;
  }

  /** Energy by the meter's own power since a register moved; the sum of both directions. */
  private double uncounted(Reading.Meter value, long nowNanos) {
    if (meter.isEmpty() || meterNanos.isEmpty()) {
      return 0;
    }
    Reading.Meter old = meter.get();
    boolean moved =
        !old.imported().equals(value.imported()) || !old.exported().equals(value.exported());
    double hours = (nowNanos - meterNanos.get()) / NANOS_PER_HOUR;
    double watts = Math.min(Math.abs(old.power().value()), Math.abs(value.power().value()));
    return moved ? 0 : uncountedWattHours + watts * hours;
  }

  private static final double NANOS_PER_HOUR = 3.6e12;

  private static boolean old(DeviceWord word, long nowNanos) {
    return nowNanos - word.atNanos() >= DEVICE_FAULT_NANOS;
  }

  /** Our own: more sensors than any outlet has. */
  private static final int SENSORS_MAX = 16;

  private Map<String, Double> withTemperature(Reading.Temperature value) {
    if (celsius.size() >= SENSORS_MAX && !celsius.containsKey(value.sensor())) {
      return celsius;
    }
    Map<String, Double> next = new LinkedHashMap<>(celsius);
    next.put(value.sensor(), value.celsius());
    return next;
  }

  private Map<String, DeviceWord> withFault(String device, String detail, long nowNanos) {
    Map<String, DeviceWord> next = new LinkedHashMap<>(deviceFaults);
    if (next.size() < DEVICE_FAULTS_MAX || next.containsKey(device)) {
      next.put(device, new DeviceWord(detail, nowNanos));
    }
    return next;
  }

  /** A copy that is being changed. */
  private static final class Edit {
    private Optional<Reading.Pilot> pilot;
    private Optional<Amps> cableRating;
    private Optional<Boolean> contactorSaid;
    private boolean contactorLost;
    private Optional<Boolean> locked;
    private boolean residualTripped;
    private boolean residualKnown;
    private boolean earthLost;
    private boolean supplyFailing;
    private Optional<Reading.Meter> meter;
    private boolean meterBackwards;
    private double uncountedWattHours;
    private Optional<Reading.Converter> converter;
    private Optional<Double> kiloOhms;
    private long kiloOhmsAtNanos;
    private Map<String, Double> celsius;
    private boolean emergencyStop;
    private Optional<Boolean> gridPresent;
    private GridWords grid;
    private Optional<Long> pilotNanos;
    private Optional<Long> meterNanos;
    private Optional<Long> converterNanos;
    private Map<String, DeviceWord> deviceFaults;

    Edit(Measurements from) {
      pilot = from.pilot;
      cableRating = from.cableRating;
      contactorSaid = from.contactorSaid;
      contactorLost = from.contactorLost;
      locked = from.locked;
      residualTripped = from.residualTripped;
      residualKnown = from.residualKnown;
      earthLost = from.earthLost;
      supplyFailing = from.supplyFailing;
      meter = from.meter;
      meterBackwards = from.meterBackwards;
      uncountedWattHours = from.uncountedWattHours;
      converter = from.converter;
      kiloOhms = from.kiloOhms;
      kiloOhmsAtNanos = from.kiloOhmsAtNanos;
      celsius = from.celsius;
      emergencyStop = from.emergencyStop;
      gridPresent = from.gridPresent;
      grid = from.grid;
      pilotNanos = from.pilotNanos;
      meterNanos = from.meterNanos;
      converterNanos = from.converterNanos;
      deviceFaults = from.deviceFaults;
    }

    Measurements done() {
      return new Measurements(
          pilot,
          cableRating,
          contactorSaid,
          contactorLost,
          locked,
          residualTripped,
          residualKnown,
          earthLost,
          supplyFailing,
          meter,
          meterBackwards,
          uncountedWattHours,
          converter,
          kiloOhms,
          kiloOhmsAtNanos,
          celsius,
          emergencyStop,
          gridPresent,
          grid,
          pilotNanos,
          meterNanos,
          converterNanos,
          deviceFaults);
    }
  }
}
