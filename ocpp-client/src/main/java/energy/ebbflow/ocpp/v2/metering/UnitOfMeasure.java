package energy.ebbflow.ocpp.v2.metering;

import energy.ebbflow.ocpp.json.Text;
import java.util.Optional;

/** Unit and power of ten of a value. */
public record UnitOfMeasure(@Text(max = 20) Optional<String> unit, Optional<Integer> multiplier) {}
