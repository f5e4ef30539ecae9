package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** ClearCache, OCPP 2.0.1 and 2.1 C11: forget cached tokens. */
public final class ClearCache {
  public static final Action<Request, Response> ACTION =
      new Action<>("ClearCache", Request.class, Response.class);

  private ClearCache() {}

  /** What is asked or told. */
  public record Request() {}

  /** The answer. */
  public record Response(ClearCacheStatus status, Optional<StatusInfo> statusInfo) {}
}
