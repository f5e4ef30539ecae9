package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import java.util.List;
import java.util.Optional;

/** GetConfiguration, OCPP 1.6: read keys; none means all. */
public final class GetConfiguration {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetConfiguration", Request.class, Response.class);

  private GetConfiguration() {}

  /** What is asked or told. */
  public record Request(@Text(max = 50) @Items(min = 0) @AbsentIfEmpty List<String> key) {
    public Request {
      key = List.copyOf(key);
    }
  }

  /** The answer. */
  public record Response(
      @AbsentIfEmpty List<KeyValue> configurationKey,
      @Text(max = 50) @AbsentIfEmpty List<String> unknownKey) {
    public Response {
      configurationKey = List.copyOf(configurationKey);
      unknownKey = List.copyOf(unknownKey);
    }
  }

  /** A key and its value. */
  public record KeyValue(
      @Text(max = 50) String key, boolean readonly, @Text(max = 500) Optional<String> value) {}
}
