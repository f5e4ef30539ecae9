package energy.ebbflow.ocpp.v2.type;

import energy.ebbflow.ocpp.json.Text;
import java.util.Optional;

/** A variable of a component. */
public record Variable(@Text(max = 50) String name, @Text(max = 50) Optional<String> instance) {}
