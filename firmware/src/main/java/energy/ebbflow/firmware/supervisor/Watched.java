package energy.ebbflow.firmware.supervisor;

import java.util.Map;
import java.util.Optional;

/**
 * What the supervisor sees at one instant: what was commanded and what was measured last. Absent is
 * what has not been measured yet, or does not exist on this board.
 *
 * @param plugged a vehicle is connected
 * @param contactorsCommanded the contactors are told to be closed
 * @param contactorsClosed mirror contact
 * @param lockCommanded the lock is told to be locked; absent where there is none
 * @param locked position of the lock
 * @param commandedAmps current the DC converter is told, signed; absent while it has no such order
 * @param amps largest measured current, signed
 * @param ampsLimit highest current this outlet may carry now: hardware, cable and offer
 * @param volts voltage at the outlet
 * @param transfer limits of the voltage while energy is transferred; absent otherwise
 * @param vehicleVoltsMax highest voltage the vehicle named
 * @param kiloOhms isolation, while the station's own monitor measures an energised outlet
 * @param celsius hottest sensor
 * @param residualTripped residual-current detection has tripped
 * @param emergencyStop the button is pressed
 * @param gridPresent the supplying grid
 * @param meterWatts power the meter shows, signed
 * @param meterRunsBackwards a register fell
 * @param powerPathNanos when converter (DC) or pilot (AC) spoke last
 * @param meterNanos when the meter spoke last
 * @param deviceFaults devices that report themselves broken, with their words
 */
public record Watched(
    boolean plugged,
    boolean contactorsCommanded,
    Optional<Boolean> contactorsClosed,
    Optional<Boolean> lockCommanded,
    Optional<Boolean> locked,
    Optional<Double> commandedAmps,
    Optional<Double> amps,
    double ampsLimit,
    Optional<Double> volts,
    Optional<VoltageWindow> transfer,
    Optional<Double> vehicleVoltsMax,
    Optional<Double> kiloOhms,
    Optional<Double> celsius,
    boolean residualTripped,
    boolean emergencyStop,
    Optional<Boolean> gridPresent,
    Optional<Double> meterWatts,
    boolean meterRunsBackwards,
    Optional<Long> powerPathNanos,
    Optional<Long> meterNanos,
    Map<String, String> deviceFaults) {
  /**
   * Where the voltage of an energy transfer lies.
   *
   * @param floor below it nothing is discharged, V
   * @param ceiling above it nothing is charged, V
   */
  public record VoltageWindow(double floor, double ceiling) {}

  public Watched {
    deviceFaults = Map.copyOf(deviceFaults);
  }

  /** Nothing plugged, nothing commanded, nothing measured. */
  public static Watched idle(double ampsLimit) {
    return new Watched(
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ampsLimit,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
