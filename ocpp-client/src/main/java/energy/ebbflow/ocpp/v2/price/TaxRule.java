package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import java.util.Optional;

/** A tax on the prices of a schedule. */
public record TaxRule(
    @Range(min = 0) int taxRuleID,
    @Text(max = 100) Optional<String> taxRuleName,
    Optional<Boolean> taxIncludedInPrice,
    boolean appliesToEnergyFee,
    boolean appliesToParkingFee,
    boolean appliesToOverstayFee,
    boolean appliesToMinimumMaximumCost,
    RationalNumber taxRate) {}
