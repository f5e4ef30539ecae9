package energy.ebbflow.ocpp.v2.stream;

import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.smartcharging.GenericStatus;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** OpenPeriodicEventStream, OCPP 2.1 N11; from the station. */
public final class OpenPeriodicEventStream {
  public static final Action<Request, Response> ACTION =
      new Action<>("OpenPeriodicEventStream", Request.class, Response.class);

  private OpenPeriodicEventStream() {}

  /** What is told. */
  public record Request(ConstantStreamData constantStreamData) {}

  /** The answer. */
  public record Response(GenericStatus status, Optional<StatusInfo> statusInfo) {}
}
