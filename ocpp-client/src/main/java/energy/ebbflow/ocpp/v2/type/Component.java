package energy.ebbflow.ocpp.v2.type;

import energy.ebbflow.ocpp.json.Text;
import java.util.Optional;

/** A component of the device model, at the station, an EVSE or a connector. */
public record Component(
    Optional<Evse> evse, @Text(max = 50) String name, @Text(max = 50) Optional<String> instance) {}
