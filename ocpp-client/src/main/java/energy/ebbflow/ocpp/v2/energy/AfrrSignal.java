package energy.ebbflow.ocpp.v2.energy;

import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.smartcharging.GenericStatus;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.time.Instant;
import java.util.Optional;

/** AFRRSignal, OCPP 2.1 Q08: the signal of the automatic frequency restoration reserve. */
public final class AfrrSignal {
  public static final Action<Request, Response> ACTION =
      new Action<>("AFRRSignal", Request.class, Response.class);

  private AfrrSignal() {}

  /** What is asked or told. */
  public record Request(Instant timestamp, int signal) {}

  /** The answer. */
  public record Response(GenericStatus status, Optional<StatusInfo> statusInfo) {}
}
