package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.List;
import java.util.Optional;

/** SendLocalList, OCPP 2.0.1 and 2.1 D01: replace or change the local list. */
public final class SendLocalList {
  public static final Action<Request, Response> ACTION =
      new Action<>("SendLocalList", Request.class, Response.class);

  private SendLocalList() {}

  /** What is asked or told. */
  public record Request(
      @Items @AbsentIfEmpty List<AuthorizationData> localAuthorizationList,
      int versionNumber,
      UpdateKind updateType) {
    public Request {
      localAuthorizationList = List.copyOf(localAuthorizationList);
    }
  }

  /** The answer. */
  public record Response(SendLocalListStatus status, Optional<StatusInfo> statusInfo) {}
}
