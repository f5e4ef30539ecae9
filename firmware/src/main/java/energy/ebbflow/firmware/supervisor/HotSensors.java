package energy.ebbflow.firmware.supervisor;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The temperature sensors that reached the limit at which the session is stopped, each with its own
 * way back: below {@link HeatLimits#again()}. A sensor that never was too hot holds nothing up,
 * however warm it is. Immutable.
 *
 * @param names of the sensors
 */
record HotSensors(Set<String> names) {
  /** Our own: less says a sensor whose wire is broken, not the weather. */
  static final double CELSIUS_MIN = -50;

  static final HotSensors NONE = new HotSensors(Set.of());

  HotSensors {
    names = Set.copyOf(names);
  }

  /** These, and those that are too hot now. What cannot be a temperature counts as too hot. */
  HotSensors and(Map<String, Double> celsius, SupervisorConfig config) {
    NavigableSet<String> all = new TreeSet<>(names);
    for (Map.Entry<String, Double> one : celsius.entrySet()) {
      if (!plausible(one.getValue()) || one.getValue() >= config.heatOf(one.getKey()).max()) {
        all.add(one.getKey());
      }
    }
    return all.size() == names.size() ? this : new HotSensors(all);
  }

  private static boolean plausible(double celsius) {
    return celsius >= CELSIUS_MIN;
  }

  /** Which of them has not cooled down yet, in words; the first by its name. */
  Optional<String> hold(Map<String, Double> celsius, SupervisorConfig config) {
    for (String name : new TreeSet<>(names)) {
      HeatLimits limits = config.heatOf(name);
      double now = celsius.getOrDefault(name, Double.NaN);
      if (!plausible(now)) {
        return Optional.of(Checks.text("%s gives no temperature, but %.0f °C", name, now));
      }
      if (now >= limits.again()) {
        return Optional.of(
            now < limits.max()
                ? Checks.text(
                    "%s %.0f °C, it was too hot and charging needs less than %.0f °C",
                    name, now, limits.again())
                : Checks.text(
                    "%s %.0f °C, charging needs less than %.0f °C", name, now, limits.max()));
      }
    }
    return Optional.empty();
  }
}
