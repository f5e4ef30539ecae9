package energy.ebbflow.ocpp.v2.display;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** SetDisplayMessage, OCPP 2.0.1 and 2.1 O01, O02, O06. */
public final class SetDisplayMessage {
  public static final Action<Request, Response> ACTION =
      new Action<>("SetDisplayMessage", Request.class, Response.class);

  private SetDisplayMessage() {}

  /** What is asked or told. */
  public record Request(MessageInfo message) {}

  /** The answer. */
  public record Response(Status status, Optional<StatusInfo> statusInfo) {}

  /** DisplayMessageStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    NOT_SUPPORTED_MESSAGE_FORMAT("NotSupportedMessageFormat"),
    REJECTED("Rejected"),
    NOT_SUPPORTED_PRIORITY("NotSupportedPriority"),
    NOT_SUPPORTED_STATE("NotSupportedState"),
    UNKNOWN_TRANSACTION("UnknownTransaction"),
    @SinceV21
    LANGUAGE_NOT_SUPPORTED("LanguageNotSupported");
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
