package energy.ebbflow.ocpp.v2.transaction;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.WireName;
import java.math.BigDecimal;
import java.util.Optional;

/** Bounds of a transaction: money, watt hours, seconds, percent. */
public record TransactionLimit(
    Optional<BigDecimal> maxCost,
    Optional<BigDecimal> maxEnergy,
    Optional<Integer> maxTime,
    @Range(min = 0, max = 100) @WireName("maxSoC") Optional<Integer> maxSoc) {}
