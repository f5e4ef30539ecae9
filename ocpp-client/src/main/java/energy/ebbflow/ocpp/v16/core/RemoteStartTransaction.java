package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v16.smartcharging.ChargingProfile;
import java.util.Optional;

/** RemoteStartTransaction, OCPP 1.6: start a transaction. */
public final class RemoteStartTransaction {
  public static final Action<Request, Response> ACTION =
      new Action<>("RemoteStartTransaction", Request.class, Response.class);

  private RemoteStartTransaction() {}

  /** What is asked or told. */
  public record Request(
      Optional<Integer> connectorId,
      @Text(max = 20) String idTag,
      Optional<ChargingProfile> chargingProfile) {}

  /** The answer. */
  public record Response(Verdict status) {}
}
