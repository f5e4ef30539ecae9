package energy.ebbflow.ocpp.config;

import energy.ebbflow.ocpp.profile.Electrical;

/**
 * One EVSE with one connector.
 *
 * @param connectorType OCPP's ConnectorEnumStringType, e.g. {@code cCCS2}, {@code sType2}
 * @param directCurrent DC or AC
 * @param electrical its nominal voltage, phases and power
 */
public record Outlet(String connectorType, boolean directCurrent, Electrical electrical) {}
