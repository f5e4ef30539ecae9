package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import java.util.Optional;

/** TriggerMessage, OCPP 1.6: send a message now. */
public final class TriggerMessage {
  public static final Action<Request, Response> ACTION =
      new Action<>("TriggerMessage", Request.class, Response.class);

  private TriggerMessage() {}

  /** What is asked or told. */
  public record Request(Wanted requestedMessage, Optional<Integer> connectorId) {}

  /** The answer. */
  public record Response(Verdict status) {}

  /** What to send. */
  public enum Wanted implements WireEnum {
    BOOT_NOTIFICATION("BootNotification"),
    DIAGNOSTICS_STATUS_NOTIFICATION("DiagnosticsStatusNotification"),
    FIRMWARE_STATUS_NOTIFICATION("FirmwareStatusNotification"),
    HEARTBEAT("Heartbeat"),
    METER_VALUES("MeterValues"),
    STATUS_NOTIFICATION("StatusNotification");
    private final String wire;

    Wanted(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
