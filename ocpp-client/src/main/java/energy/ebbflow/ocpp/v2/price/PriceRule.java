package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.Range;
import java.util.Optional;

/** Fees from a power on. */
public record PriceRule(
    Optional<Integer> parkingFeePeriod,
    @Range(min = 0) Optional<Integer> carbonDioxideEmission,
    @Range(min = 0, max = 100) Optional<Integer> renewableGenerationPercentage,
    RationalNumber energyFee,
    Optional<RationalNumber> parkingFee,
    RationalNumber powerRangeStart) {}
