package energy.ebbflow.ocpp.v2.type;

import energy.ebbflow.ocpp.json.Range;
import java.util.Optional;

/** An EVSE, and optionally one of its connectors; both count from 1. */
public record Evse(@Range(min = 0) int id, @Range(min = 0) Optional<Integer> connectorId) {}
