package energy.ebbflow.ocpp.config;

import energy.ebbflow.ocpp.der.DerSupport;
import energy.ebbflow.ocpp.profile.Electrical;

/**
 * One EVSE with one connector.
 *
 * @param connectorType OCPP's ConnectorEnumStringType, e.g. {@code cCCS2}, {@code sType2}
 * @param directCurrent DC or AC
 * @param electrical its nominal voltage, phases and power
 * @param der what it does for the grid
 */
public record Outlet(
    String connectorType, boolean directCurrent, Electrical electrical, DerSupport der) {
  /** An outlet that does nothing for the grid. */
  public Outlet(String connectorType, boolean directCurrent, Electrical electrical) {
    this(connectorType, directCurrent, electrical, DerSupport.NONE);
  }
}
