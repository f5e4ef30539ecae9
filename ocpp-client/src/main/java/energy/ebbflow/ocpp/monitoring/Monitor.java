package energy.ebbflow.ocpp.monitoring;

import energy.ebbflow.ocpp.device.Key;
import energy.ebbflow.ocpp.v2.monitoring.MonitorKind;

/**
 * A monitor that the back office set.
 *
 * @param id 1 and up
 * @param value threshold, difference, or seconds between two reports
 * @param transaction only while a transaction runs there
 * @param severity 0 (danger) to 9 (debug)
 */
public record Monitor(
    int id, Key key, MonitorKind kind, double value, boolean transaction, int severity) {

  /** Whether two monitors would say the same (N04.FR.17). */
  boolean duplicates(Monitor other) {
    return id != other.id
        && key.equals(other.key)
        && kind == other.kind
        && severity == other.severity;
  }

  /** Whether it reports at times, not at values. */
  boolean periodic() {
    return kind == MonitorKind.PERIODIC || kind == MonitorKind.PERIODIC_CLOCK_ALIGNED;
  }
}
