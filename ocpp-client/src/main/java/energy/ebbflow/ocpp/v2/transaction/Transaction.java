package energy.ebbflow.ocpp.v2.transaction;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.util.Optional;

/** State of a transaction. */
public record Transaction(
    @Text(max = 36) String transactionId,
    Optional<ChargingState> chargingState,
    Optional<Integer> timeSpentCharging,
    Optional<Reason> stoppedReason,
    Optional<Integer> remoteStartId,
    @SinceV21 Optional<OperationMode> operationMode,
    @SinceV21 @Text(max = 60) Optional<String> tariffId,
    @SinceV21 Optional<TransactionLimit> transactionLimit) {}
