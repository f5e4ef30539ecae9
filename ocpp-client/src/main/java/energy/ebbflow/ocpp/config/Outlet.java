package energy.ebbflow.ocpp.config;

import energy.ebbflow.ocpp.der.DerSupport;
import energy.ebbflow.ocpp.profile.Electrical;

/**
 * One EVSE with one connector.
 *
 * @param connectorType OCPP's ConnectorEnumStringType, e.g. {@code cCCS2}, {@code sType2}
 * @param directCurrent DC or AC
 * @param electrical its nominal voltage, phases and power
 * @param tellsFrequency it measures the frequency of the grid
 * @param seesSite it reads the meter of the site's connection
 * @param der what it does for the grid
 */
public record Outlet(
    String connectorType,
    boolean directCurrent,
    Electrical electrical,
    boolean tellsFrequency,
    boolean seesSite,
    DerSupport der) {
  /** One that knows nothing of the grid beside its own power, and does nothing for it. */
  public Outlet(String connectorType, boolean directCurrent, Electrical electrical) {
    this(connectorType, directCurrent, electrical, false, false, DerSupport.NONE);
  }
}
