package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.v2.type.Component;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.time.Instant;
import java.util.Optional;

/** One event of one variable of the device model. */
public record EventData(
    @Range(min = 0) int eventId,
    Instant timestamp,
    EventTrigger trigger,
    @Range(min = 0) Optional<Integer> cause,
    @Text(max = 2500) String actualValue,
    @Text(max = 50) Optional<String> techCode,
    @Text(max = 500) Optional<String> techInfo,
    Optional<Boolean> cleared,
    @Text(max = 36) Optional<String> transactionId,
    Component component,
    @Range(min = 0) Optional<Integer> variableMonitoringId,
    EventNotification eventNotificationType,
    Variable variable,
    @SinceV21 @Range(min = 0) Optional<Integer> severity) {}
