package energy.ebbflow.ocpp.v2.monitoring;

import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.devicemodel.GenericDeviceModelStatus;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** SetMonitoringBase, OCPP 2.0.1 and 2.1 N03. */
public final class SetMonitoringBase {
  public static final Action<Request, Response> ACTION =
      new Action<>("SetMonitoringBase", Request.class, Response.class);

  private SetMonitoringBase() {}

  /** What is asked or told. */
  public record Request(MonitoringBase monitoringBase) {}

  /** The answer. */
  public record Response(GenericDeviceModelStatus status, Optional<StatusInfo> statusInfo) {}

  /** OCPP's MonitoringBaseEnumType. */
  public enum MonitoringBase implements WireEnum {
    ALL("All"),
    FACTORY_DEFAULT("FactoryDefault"),
    HARD_WIRED_ONLY("HardWiredOnly");
    private final String wire;

    MonitoringBase(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
