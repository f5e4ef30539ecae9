package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v16.metering.MeterValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** StopTransaction, OCPP 1.6: a transaction ended. */
public final class StopTransaction {
  public static final Action<Request, Response> ACTION =
      new Action<>("StopTransaction", Request.class, Response.class);

  private StopTransaction() {}

  /** What is asked or told. */
  public record Request(
      @Text(max = 20) Optional<String> idTag,
      long meterStop,
      Instant timestamp,
      int transactionId,
      Optional<Reason> reason,
      @AbsentIfEmpty List<MeterValue> transactionData) {
    public Request {
      transactionData = List.copyOf(transactionData);
    }
  }

  /** The answer. */
  public record Response(Optional<IdTagInfo> idTagInfo) {}

  /** Why a transaction ended. */
  public enum Reason implements WireEnum {
    EMERGENCY_STOP("EmergencyStop"),
    EV_DISCONNECTED("EVDisconnected"),
    HARD_RESET("HardReset"),
    LOCAL("Local"),
    OTHER("Other"),
    POWER_LOSS("PowerLoss"),
    REBOOT("Reboot"),
    REMOTE("Remote"),
    SOFT_RESET("SoftReset"),
    UNLOCK_COMMAND("UnlockCommand"),
    DE_AUTHORIZED("DeAuthorized");
    private final String wire;

    Reason(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
