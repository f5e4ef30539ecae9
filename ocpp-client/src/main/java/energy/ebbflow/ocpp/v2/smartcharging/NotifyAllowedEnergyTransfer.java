package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.needs.EnergyTransferMode;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.List;
import java.util.Optional;

/** NotifyAllowedEnergyTransfer, OCPP 2.1 Q03: bidirectional or not. */
public final class NotifyAllowedEnergyTransfer {
  public static final Action<Request, Response> ACTION =
      new Action<>("NotifyAllowedEnergyTransfer", Request.class, Response.class);

  private NotifyAllowedEnergyTransfer() {}

  /** What is asked or told. */
  public record Request(
      @Text(max = 36) String transactionId, @Items List<EnergyTransferMode> allowedEnergyTransfer) {
    public Request {
      allowedEnergyTransfer = List.copyOf(allowedEnergyTransfer);
    }
  }

  /** The answer. */
  public record Response(
      NotifyAllowedEnergyTransferStatus status, Optional<StatusInfo> statusInfo) {}
}
