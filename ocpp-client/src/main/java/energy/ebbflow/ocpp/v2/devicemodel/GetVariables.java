package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.rpc.Action;
import java.util.List;

/** GetVariables, OCPP 2.0.1 and 2.1 B06. */
public final class GetVariables {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetVariables", Request.class, Response.class);

  private GetVariables() {}

  /** What is asked or told. */
  public record Request(@Items List<GetVariableData> getVariableData) {
    public Request {
      getVariableData = List.copyOf(getVariableData);
    }
  }

  /** The answer. */
  public record Response(@Items List<GetVariableResult> getVariableResult) {
    public Response {
      getVariableResult = List.copyOf(getVariableResult);
    }
  }
}
