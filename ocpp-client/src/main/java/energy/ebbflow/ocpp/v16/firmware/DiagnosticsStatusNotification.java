package energy.ebbflow.ocpp.v16.firmware;

import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;

/** DiagnosticsStatusNotification, OCPP 1.6. */
public final class DiagnosticsStatusNotification {
  public static final Action<Request, Response> ACTION =
      new Action<>("DiagnosticsStatusNotification", Request.class, Response.class);

  private DiagnosticsStatusNotification() {}

  /** What is asked or told. */
  public record Request(Status status) {}

  /** The answer. */
  public record Response() {}

  /** One of the values of status. */
  public enum Status implements WireEnum {
    IDLE("Idle"),
    UPLOADED("Uploaded"),
    UPLOAD_FAILED("UploadFailed"),
    UPLOADING("Uploading");
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
