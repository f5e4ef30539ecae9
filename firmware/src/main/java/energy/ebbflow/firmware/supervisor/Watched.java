package energy.ebbflow.firmware.supervisor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the supervisor sees at one instant: what was commanded and what was measured last. Absent is
 * what has not been measured yet, or does not exist on this board.
 *
 * @param plugged a vehicle is connected
 */
public record Watched(
    boolean plugged,
    Contactors contactors,
    Lock lock,
    Flow flow,
    Outlet outlet,
    Grid grid,
    Meter meter,
    Devices devices) {

  /**
   * The power contactors.
   *
   * @param commanded they are told to be closed
   * @param closed mirror contact
   * @param phases how many phases they connect when closed; 1 for DC
   */
  public record Contactors(boolean commanded, Optional<Boolean> closed, int phases) {
    /** Told to be closed, and closed. */
    boolean live() {
      return commanded && closed.orElse(false);
    }
  }

  /**
   * The connector lock.
   *
   * @param commanded it is told to be locked; absent where there is none
   * @param locked its position
   */
  public record Lock(Optional<Boolean> commanded, Optional<Boolean> locked) {
    /** It is told to be locked and is known to be open. */
    boolean refuses() {
      return commanded.orElse(false) && !locked.orElse(true);
    }
  }

  /**
   * Currents, positive towards the vehicle.
   *
   * @param commandedAmps what the converter (DC) or the vehicle (AC) was told; absent while there
   *     is no such order
   * @param reactive the order of a vehicle that may be asked for reactive power; absent for others
   * @param amps measured, one value per phase (one for DC); empty before the first reading
   * @param ampsLimit highest current this outlet may carry now: hardware and cable; 0 while no
   *     cable is known in a socket
   */
  public record Flow(
      Optional<Double> commandedAmps,
      Optional<Reactive> reactive,
      List<Double> amps,
      double ampsLimit) {
    public Flow {
      amps = List.copyOf(amps);
    }

    /** Without reactive current. */
    public Flow(Optional<Double> commandedAmps, List<Double> amps, double ampsLimit) {
      this(commandedAmps, Optional.empty(), amps, ampsLimit);
    }

    /**
     * Most that was told of the current of a phase in one direction, 1 towards the vehicle or -1,
     * A, at least 0. Reactive current counts in both: its sign at a meter is that of the active
     * power.
     */
    double told(int direction) {
      return Math.hypot(Math.max(0, direction * commandedAmps.orElse(0.0)), reactiveAmps());
    }

    /** Reactive power is shared by the phases that carry current. */
    private double reactiveAmps() {
      return reactive
          .map(order -> Math.min(order.vars() / order.volts() / carrying(), ampsLimit))
          .orElse(0.0);
    }

    /** How many phases carry current, at least 1: a vehicle may use one alone. */
    int carrying() {
      int phases = 0;
      for (double value : amps) {
        phases += Math.abs(value) > CurrentChecks.AMPS_TOLERANCE ? 1 : 0;
      }
      return Math.max(1, phases);
    }

    /** The current of the largest magnitude, signed; absent before any reading. */
    Optional<Double> largest() {
      Optional<Double> largest = Optional.empty();
      for (double value : amps) {
        if (largest.isEmpty() || Math.abs(value) > Math.abs(largest.get())) {
          largest = Optional.of(value);
        }
      }
      return largest;
    }
  }

  /**
   * An order of active and reactive power together.
   *
   * @param vars reactive power that was told, var, at least 0
   * @param volts nominal voltage of a phase, V
   * @param watts active power that was told, W, positive towards the vehicle
   */
  public record Reactive(double vars, double volts, double watts) {}

  /**
   * A DC outlet; all absent for AC.
   *
   * @param volts voltage at the outlet, on the vehicle's side of the contactors
   * @param transfer limits of the voltage while energy is transferred; absent otherwise
   * @param vehicleVoltsMax highest voltage the vehicle named
   * @param kiloOhms isolation, while the station's own monitor measures an energised outlet
   */
  public record Outlet(
      Optional<Double> volts,
      Optional<VoltageWindow> transfer,
      Optional<Double> vehicleVoltsMax,
      Optional<Double> kiloOhms) {}

  /**
   * Where the voltage of an energy transfer lies.
   *
   * @param floor below it nothing is discharged, V
   * @param ceiling above it nothing is charged, V
   */
  public record VoltageWindow(double floor, double ceiling) {}

  /**
   * The supplying grid.
   *
   * @param present what the grid monitor says
   * @param volts between each phase and neutral, by an AC outlet's meter; empty for DC
   */
  public record Grid(Optional<Boolean> present, List<Double> volts) {
    public Grid {
      volts = List.copyOf(volts);
    }
  }

  /**
   * The meter.
   *
   * @param watts power that it shows, signed
   * @param plausibleWatts what voltage and current of other instruments, or of its own phases, come
   *     to, signed; absent where nothing can be compared
   * @param backwards a register fell
   * @param uncountedWattHours energy that flowed by its own power since a register moved last
   * @param atNanos when it spoke last
   */
  public record Meter(
      Optional<Double> watts,
      Optional<Double> plausibleWatts,
      boolean backwards,
      double uncountedWattHours,
      Optional<Long> atNanos) {}

  /**
   * Everything else.
   *
   * @param celsius each temperature sensor by its name
   * @param residualTripped residual-current detection has tripped
   * @param selfTestFailed why its last self-test is no pass; absent if it passed or none was due
   * @param emergencyStop the button is pressed
   * @param earthLost the protective earth is known to be interrupted
   * @param supplyFailing the station's own supply announces its end
   * @param safetyController what is wrong with the safety microcontroller
   * @param powerPathNanos when converter (DC) or pilot (AC) spoke last
   * @param faults devices that report themselves broken, with their words
   */
  public record Devices(
      Map<String, Double> celsius,
      boolean residualTripped,
      Optional<String> selfTestFailed,
      boolean emergencyStop,
      boolean earthLost,
      boolean supplyFailing,
      Optional<String> safetyController,
      Optional<Long> powerPathNanos,
      Map<String, String> faults) {
    public Devices {
      celsius = Map.copyOf(celsius);
      faults = Map.copyOf(faults);
    }

    /** Nothing measured, nothing wrong. */
    public static final Devices SILENT =
        new Devices(
            Map.of(),
            false,
            Optional.empty(),
            false,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Map.of());
  }

  /** Nothing plugged, nothing commanded, nothing measured. */
  public static Watched idle(double ampsLimit) {
    return new Watched(
        false,
        new Contactors(false, Optional.empty(), 1),
        new Lock(Optional.empty(), Optional.empty()),
        new Flow(Optional.empty(), List.of(), ampsLimit),
        new Outlet(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        new Grid(Optional.empty(), List.of()),
        new Meter(Optional.empty(), Optional.empty(), false, 0, Optional.empty()),
        Devices.SILENT);
  }
}
