package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.rpc.Action;
import java.util.List;

/** SetVariables, OCPP 2.0.1 and 2.1 B05. */
public final class SetVariables {
  public static final Action<Request, Response> ACTION =
      new Action<>("SetVariables", Request.class, Response.class);

  private SetVariables() {}

  /** What is asked or told. */
  public record Request(@Items List<SetVariableData> setVariableData) {
    public Request {
      setVariableData = List.copyOf(setVariableData);
    }
  }

  /** The answer. */
  public record Response(@Items List<SetVariableResult> setVariableResult) {
    public Response {
      setVariableResult = List.copyOf(setVariableResult);
    }
  }
}
