package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.dialect.Dialect;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.rpc.ErrorCode;
import energy.ebbflow.ocpp.rpc.Frame;
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
      return dialect.asked(call, now.instant());
    } catch (StorageException e) {
      // What cannot be kept is not accepted.
      return new Reply.Refuse(ErrorCode.INTERNAL_ERROR, "storage: " + e.getMessage());
    }
  }
}
