package energy.ebbflow.firmware.supervisor;

import static energy.ebbflow.firmware.supervisor.Checks.text;
import static energy.ebbflow.firmware.supervisor.Checks.when;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What meter, temperature and the devices themselves say. */
final class DeviceChecks {
  /** Our own: smallest power difference that means anything. */
  private static final double WATTS_TOLERANCE = 500;

  /** Our own: relative error of power from two instruments, each with its own delay. */
  private static final double POWER_TOLERANCE = 0.2;

  /** Our own: the coarsest register of a usable meter steps by 100 Wh. */
  static final double UNCOUNTED_WATT_HOURS = 250;

  private DeviceChecks() {}

  static Optional<String> warm(Watched seen, Derating derating) {
    return derating.active()
        ? Optional.of(
            text(
                "%s %.0f °C: %.0f %% of the rated current are given",
                derating.sensor(),
                seen.devices().celsius().getOrDefault(derating.sensor(), Double.NaN),
                derating.fraction() * 100))
        : Optional.empty();
  }

  static Optional<String> meter(Watched seen, SupervisorConfig config, long nowNanos) {
    if (seen.meter().backwards()) {
      return Optional.of("a meter register ran backwards");
    }
    double uncounted = seen.meter().uncountedWattHours();
    if (uncounted > UNCOUNTED_WATT_HOURS) {
      return Optional.of(text("%.0f Wh flowed, and no register of the meter moved", uncounted));
    }
    boolean flows = seen.flow().largest().map(Math::abs).orElse(0.0) > CurrentChecks.AMPS_TOLERANCE;
    // A meter that fell silent before anything flowed would hide that it does: what was told
    // counts.
    boolean told =
        Math.abs(seen.flow().commandedAmps().orElse(0.0)) > CurrentChecks.AMPS_TOLERANCE
            && seen.meter().atNanos().isPresent();
    return when(
        seen.contactors().commanded()
            && (flows || told)
            && silence(seen.meter().atNanos(), nowNanos) >= config.meterSilentNanos(),
        "the meter is silent while power " + (flows ? "flows" : "may flow"));
  }

  /**
   * The meter contradicts converter or its own voltages and currents. Reactive power makes the
   * product of these larger than the power, by no more than itself: an AC meter may show as much
   * less as was told of it lately.
   */
  static Optional<String> meterDeviation(Watched seen, Supervisor.Remembered memory) {
    if (seen.meter().watts().isEmpty() || seen.meter().plausibleWatts().isEmpty()) {
      return Optional.empty();
    }
    double other = seen.meter().plausibleWatts().get();
    double meter = seen.meter().watts().get();
    double tolerance = Math.max(WATTS_TOLERANCE, Math.abs(other) * POWER_TOLERANCE);
    double reactive = Math.abs(meter) < Math.abs(other) ? memory.orders().vars().most() : 0;
    return when(
        Math.abs(other - meter) > tolerance + reactive,
        "the meter shows %.0f W, voltage and current come to %.0f W",
        meter,
        other);
  }

  static Optional<String> powerPathSilent(Watched seen, SupervisorConfig config, long nowNanos) {
    return when(
        seen.contactors().commanded()
            && silence(seen.devices().powerPathNanos(), nowNanos) >= config.silentNanos(),
        (config.direct() ? "the converter" : "the control pilot")
            + " is silent while the contactors are closed");
  }

  private static long silence(Optional<Long> lastNanos, long nowNanos) {
    return lastNanos.map(last -> nowNanos - last).orElse(Long.MAX_VALUE);
  }

  static Optional<String> devices(Map<String, String> faults) {
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(
            faults.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; ")));
  }
}
