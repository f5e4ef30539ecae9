package energy.ebbflow.ocpp.v16.security;

import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v16.core.Verdict;
import java.util.Optional;

/** ExtendedTriggerMessage, security whitepaper of OCPP 1.6. */
public final class ExtendedTriggerMessage {
  public static final Action<Request, Response> ACTION =
      new Action<>("ExtendedTriggerMessage", Request.class, Response.class);

  private ExtendedTriggerMessage() {}

  /** What is asked or told. */
  public record Request(Wanted requestedMessage, Optional<Integer> connectorId) {}

  /** The answer. */
  public record Response(Verdict status) {}

  /** OCPP's MessageTriggerEnumType. */
  public enum Wanted implements WireEnum {
    BOOT_NOTIFICATION("BootNotification"),
    LOG_STATUS_NOTIFICATION("LogStatusNotification"),
    FIRMWARE_STATUS_NOTIFICATION("FirmwareStatusNotification"),
    HEARTBEAT("Heartbeat"),
    METER_VALUES("MeterValues"),
    SIGN_CHARGE_POINT_CERTIFICATE("SignChargePointCertificate"),
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
