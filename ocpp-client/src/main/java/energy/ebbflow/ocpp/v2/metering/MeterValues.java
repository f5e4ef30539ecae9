package energy.ebbflow.ocpp.v2.metering;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;
import java.util.List;

/** MeterValues, OCPP 2.0.1 and 2.1 J01: values outside a transaction. */
public final class MeterValues {
  public static final Action<Request, Response> ACTION =
      new Action<>("MeterValues", Request.class, Response.class);

  private MeterValues() {}

  /** What is asked or told. */
  public record Request(@Range(min = 0) int evseId, @Items List<MeterValue> meterValue) {
    public Request {
      meterValue = List.copyOf(meterValue);
    }
  }

  /** The answer. */
  public record Response() {}
}
