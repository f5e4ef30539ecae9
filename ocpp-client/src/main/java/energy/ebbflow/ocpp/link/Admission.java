package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.dialect.Dialect;
import energy.ebbflow.ocpp.dialect.FollowUp;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.rpc.ErrorCode;
import energy.ebbflow.ocpp.rpc.Frame;
import java.util.List;
import java.util.Set;

/** Which requests of a back office are heard at all, by how far the registration has come. */
final class Admission {
  /** Until a pending station is accepted these are refused (OCPP 2.1 B02.FR.05). */
  private static final Set<String> NOT_WHILE_PENDING =
      Set.of(
          "RequestStartTransaction",
          "RequestStopTransaction",
          "RemoteStartTransaction",
          "RemoteStopTransaction");

  private Admission() {}

  private static boolean boots(Reply reply) {
    return reply instanceof Reply.Answer answer
        && answer.then().stream().anyMatch(FollowUp.Boot.class::isInstance);
  }

  /** The dialect's reply, or the refusal of what may not be asked now. */
  static Reply considered(Frame.Call call, Registration registration, Dialect dialect, Moment now) {
    boolean pending = registration.state() == Registration.State.PENDING;
    if (!registration.accepted() && !pending) {
      // B02.FR.09, B03.FR.08: nothing is done for somebody who does not know this station.
      return new Reply.Refuse(ErrorCode.SECURITY_ERROR, "this station is not accepted yet");
    }
    if (pending && NOT_WHILE_PENDING.contains(call.action())) {
      return new Reply.Refuse(ErrorCode.SECURITY_ERROR, "not while registration is pending");
    }
    try {
      Reply reply = dialect.asked(call, now.instant());
      // F06.FR.17: who has accepted the station is not asked again. 1.6 knows no such rule.
      boolean again = registration.accepted() && dialect.version() != WireVersion.V16;
      return again && boots(reply)
          ? new Reply.Answer(StrictJson.object().put("status", "Rejected"), List.of())
          : reply;
    } catch (StorageException e) {
      // What cannot be kept is not accepted.
      return new Reply.Refuse(ErrorCode.INTERNAL_ERROR, "storage: " + e.getMessage());
    }
  }
}
