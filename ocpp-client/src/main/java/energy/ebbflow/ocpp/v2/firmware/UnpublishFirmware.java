package energy.ebbflow.ocpp.v2.firmware;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;

/** UnpublishFirmware, OCPP 2.0.1 and 2.1 L04: for local controllers. */
public final class UnpublishFirmware {
  public static final Action<Request, Response> ACTION =
      new Action<>("UnpublishFirmware", Request.class, Response.class);

  private UnpublishFirmware() {}

  /** What is asked or told. */
  public record Request(@Text(max = 32) String checksum) {}

  /** The answer. */
  public record Response(Status status) {}

  /** OCPP's UnpublishFirmwareStatusEnumType. */
  public enum Status implements WireEnum {
    DOWNLOAD_ONGOING("DownloadOngoing"),
    NO_FIRMWARE("NoFirmware"),
    UNPUBLISHED("Unpublished");
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
