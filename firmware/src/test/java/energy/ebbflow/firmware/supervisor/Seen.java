package energy.ebbflow.firmware.supervisor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A healthy outlet under power that talks all the time, and what is wrong with it. */
final class Seen {
  private static final long ALWAYS = Long.MAX_VALUE / 4;

  private final boolean direct;
  private boolean plugged = true;
  private Watched.Contactors contactors;
  private Watched.Lock lock = new Watched.Lock(Optional.empty(), Optional.empty());
  private double commanded;
  private List<Double> amps;
  private double ampsLimit;
  private Optional<Watched.Reactive> reactive = Optional.empty();
  private Optional<Double> volts;
  private Optional<Watched.VoltageWindow> window = Optional.empty();
  private Optional<Double> vehicleMax = Optional.empty();
  private Optional<Double> kiloOhms = Optional.empty();
  private Optional<Boolean> grid = Optional.of(true);
  private List<Double> phaseVolts;
  private Optional<Double> meterWatts = Optional.empty();
  private double plausibleWatts;
  private boolean backwards;
  private double uncounted;
  private long meterAt = ALWAYS;
  private Map<String, Double> celsius = Map.of("pins", 40.0);
  private boolean residual;
  private Optional<String> selfTest = Optional.empty();
  private boolean emergencyStop;
  private boolean earthLost;
  private boolean supplyFailing;
  private Optional<String> safetyController = Optional.empty();
  private long spokeAt = ALWAYS;
  private Map<String, String> devices = Map.of();

  private Seen(boolean direct) {
    this.direct = direct;
    this.contactors = new Watched.Contactors(true, Optional.of(true), direct ? 1 : 3);
    this.commanded = direct ? 20 : 16;
    this.amps = direct ? List.of(20.0) : List.of(16.0, 16.0, 16.0);
    this.ampsLimit = direct ? 60 : 32;
    this.volts = direct ? Optional.of(400.0) : Optional.empty();
    this.phaseVolts = direct ? List.of() : List.of(230.0, 231.0, 229.0);
    this.plausibleWatts = direct ? 8_000 : 11_040;
  }

  /** A DC outlet that charges with 20 A at 400 V. */
  static Seen direct() {
    return new Seen(true);
  }

  /** An AC outlet that charges with three times 16 A. */
  static Seen alternating() {
    return new Seen(false);
  }

  /** Without a vehicle nothing is closed and nothing flows. */
  Seen plugged(boolean value) {
    plugged = value;
    if (!value) {
      commanded = 0;
      amps = amps.stream().map(any -> 0.0).toList();
      volts = direct ? Optional.of(0.0) : volts;
    }
    return contactors(value, value);
  }

  Seen contactors(boolean command, boolean feedback) {
    contactors = new Watched.Contactors(command, Optional.of(feedback), contactors.phases());
    return this;
  }

  /** No plug is known in a socket. */
  Seen noCable() {
    ampsLimit = 0;
    return this;
  }

  Seen lock(boolean command, boolean locked) {
    lock = new Watched.Lock(Optional.of(command), Optional.of(locked));
    return this;
  }

  Seen commanded(double value) {
    commanded = value;
    return this;
  }

  /** The vehicle was told reactive power of that amount beside active power, at 230 V. */
  Seen reactive(double vars, double watts) {
    reactive = Optional.of(new Watched.Reactive(vars, 230, watts));
    return this;
  }

  Seen plausibleWatts(double value) {
    plausibleWatts = value;
    return this;
  }

  Seen amps(double... values) {
    amps = Arrays.stream(values).boxed().toList();
    if (direct) {
      plausibleWatts = volts.orElse(0.0) * values[0];
    }
    return this;
  }

  Seen volts(double value) {
    volts = Optional.of(value);
    return this;
  }

  Seen transferring() {
    window = Optional.of(new Watched.VoltageWindow(150, 450));
    return this;
  }

  Seen vehicleMax(double value) {
    vehicleMax = Optional.of(value);
    return this;
  }

  Seen kiloOhms(double value) {
    kiloOhms = Optional.of(value);
    return this;
  }

  Seen phaseVolts(double... values) {
    phaseVolts = Arrays.stream(values).boxed().toList();
    return this;
  }

  Seen grid(boolean value) {
    grid = Optional.of(value);
    return this;
  }

  Seen celsius(double value) {
    return celsius(Map.of("pins", value));
  }

  Seen celsius(Map<String, Double> values) {
    celsius = values;
    return this;
  }

  Seen residual(boolean value) {
    residual = value;
    return this;
  }

  Seen selfTestFailed(String why) {
    selfTest = Optional.of(why);
    return this;
  }

  Seen emergencyStop(boolean value) {
    emergencyStop = value;
    return this;
  }

  Seen earthLost() {
    earthLost = true;
    return this;
  }

  Seen supplyFailing() {
    supplyFailing = true;
    return this;
  }

  Seen safetyController(String why) {
    safetyController = Optional.of(why);
    return this;
  }

  Seen meterWatts(double value) {
    meterWatts = Optional.of(value);
    return this;
  }

  Seen backwards(boolean value) {
    backwards = value;
    return this;
  }

  Seen uncounted(double wattHours) {
    uncounted = wattHours;
    return this;
  }

  Seen spokeAt(long value) {
    spokeAt = value;
    return this;
  }

  Seen meterAt(long value) {
    meterAt = value;
    return this;
  }

  Seen device(String name, String detail) {
    devices = Map.of(name, detail);
    return this;
  }

  Watched build() {
    return new Watched(
        plugged,
        contactors,
        lock,
        new Watched.Flow(Optional.of(commanded), reactive, amps, ampsLimit),
        new Watched.Outlet(volts, window, vehicleMax, kiloOhms),
        new Watched.Grid(grid, phaseVolts),
        new Watched.Meter(
            meterWatts, Optional.of(plausibleWatts), backwards, uncounted, Optional.of(meterAt)),
        new Watched.Devices(
            celsius,
            residual,
            selfTest,
            emergencyStop,
            earthLost,
            supplyFailing,
            safetyController,
            Optional.of(spokeAt),
            devices));
  }
}
