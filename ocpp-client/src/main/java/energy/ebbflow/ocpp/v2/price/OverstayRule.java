package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.Text;
import java.util.Optional;

/** A fee from a duration (seconds) on. */
public record OverstayRule(
    RationalNumber overstayFee,
    @Text(max = 32) Optional<String> overstayRuleDescription,
    int startTime,
    int overstayFeePeriod) {}
