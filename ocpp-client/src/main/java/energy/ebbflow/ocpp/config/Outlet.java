package energy.ebbflow.ocpp.config;

import energy.ebbflow.ocpp.profile.Electrical;

/**
 * One EVSE with one connector.
 *
 * @param connectorType OCPP's ConnectorEnumStringType, e.g. {@code cCCS2}, {@code sType2}
 * @param directCurrent DC or AC
 * @param electrical its nominal voltage, phases and power
 * @param tellsFrequency it measures the frequency of the grid
 * @param seesSite it reads the meter of the site's connection
 */
public record Outlet(
    String connectorType,
    boolean directCurrent,
    Electrical electrical,
    boolean tellsFrequency,
    boolean seesSite) {
  /** One that knows nothing of the grid beside its own power. */
  public Outlet(String connectorType, boolean directCurrent, Electrical electrical) {
    this(connectorType, directCurrent, electrical, false, false);
  }
}
