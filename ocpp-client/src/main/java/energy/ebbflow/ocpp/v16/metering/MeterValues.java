package energy.ebbflow.ocpp.v16.metering;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;
import java.util.List;
import java.util.Optional;

/** MeterValues, OCPP 1.6: meter values of a connector. */
public final class MeterValues {
  public static final Action<Request, Response> ACTION =
      new Action<>("MeterValues", Request.class, Response.class);

  private MeterValues() {}

  /** What is asked or told. */
  public record Request(
      @Range(min = 0) int connectorId,
      Optional<Integer> transactionId,
      @Items List<MeterValue> meterValue) {
    public Request {
      meterValue = List.copyOf(meterValue);
    }
  }

  /** The answer. */
  public record Response() {}
}
