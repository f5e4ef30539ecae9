package energy.ebbflow.ocpp.v16.metering;

import energy.ebbflow.ocpp.v2.metering.Location;
import energy.ebbflow.ocpp.v2.metering.Phase;
import energy.ebbflow.ocpp.v2.metering.ReadingContext;
import java.util.Optional;

/** One measured value, as text. Measurand and unit in the words of 1.6. */
public record SampledValue(
    String value,
    Optional<ReadingContext> context,
    Optional<String> format,
    Optional<String> measurand,
    Optional<Phase> phase,
    Optional<Location> location,
    Optional<String> unit) {}
