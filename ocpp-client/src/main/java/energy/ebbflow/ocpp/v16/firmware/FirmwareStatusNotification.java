package energy.ebbflow.ocpp.v16.firmware;

import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;

/** FirmwareStatusNotification, OCPP 1.6. */
public final class FirmwareStatusNotification {
  public static final Action<Request, Response> ACTION =
      new Action<>("FirmwareStatusNotification", Request.class, Response.class);

  private FirmwareStatusNotification() {}

  /** What is asked or told. */
  public record Request(Status status) {}

  /** The answer. */
  public record Response() {}

  /** One of the values of status. */
  public enum Status implements WireEnum {
    DOWNLOADED("Downloaded"),
    DOWNLOAD_FAILED("DownloadFailed"),
    DOWNLOADING("Downloading"),
    IDLE("Idle"),
    INSTALLATION_FAILED("InstallationFailed"),
    INSTALLING("Installing"),
    INSTALLED("Installed");
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
