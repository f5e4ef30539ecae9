package energy.ebbflow.ocpp.v2.metering;

import java.util.Optional;

/** One measured value. */
public record SampledValue(
    double value,
    Optional<Measurand> measurand,
    Optional<ReadingContext> context,
    Optional<Phase> phase,
    Optional<Location> location,
    Optional<SignedMeterValue> signedMeterValue,
    Optional<UnitOfMeasure> unitOfMeasure) {}
