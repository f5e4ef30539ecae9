package energy.ebbflow.ocpp.v16.authorization;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v16.core.IdTagInfo;
import energy.ebbflow.ocpp.v2.authorization.UpdateKind;
import java.util.List;
import java.util.Optional;

/** SendLocalList, OCPP 1.6: replace or change the local list. */
public final class SendLocalList {
  public static final Action<Request, Response> ACTION =
      new Action<>("SendLocalList", Request.class, Response.class);

  private SendLocalList() {}

  /** What is asked or told. */
  public record Request(
      int listVersion,
      @Items(min = 0) @AbsentIfEmpty List<Entry> localAuthorizationList,
      UpdateKind updateType) {
    public Request {
      localAuthorizationList = List.copyOf(localAuthorizationList);
    }
  }

  /** The answer. */
  public record Response(Status status) {}

  /** A tag; without information it is removed. */
  public record Entry(@Text(max = 20) String idTag, Optional<IdTagInfo> idTagInfo) {}

  /** Outcome. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    FAILED("Failed"),
    NOT_SUPPORTED("NotSupported"),
    VERSION_MISMATCH("VersionMismatch");
    private final String wire;

    Status(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
