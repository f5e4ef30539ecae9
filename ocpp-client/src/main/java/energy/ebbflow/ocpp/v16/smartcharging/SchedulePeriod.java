package energy.ebbflow.ocpp.v16.smartcharging;

import energy.ebbflow.ocpp.json.Range;
import java.util.Optional;

/** A limit from startPeriod seconds on. */
public record SchedulePeriod(
    int startPeriod,
    @Range(min = 0) double limit,
    @Range(min = 0, max = 3) Optional<Integer> numberPhases) {}
