package energy.ebbflow.ocpp.v2.monitoring;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** OCPP's MonitorEnumType. */
public enum MonitorKind implements WireEnum {
  UPPER_THRESHOLD("UpperThreshold"),
  LOWER_THRESHOLD("LowerThreshold"),
  DELTA("Delta"),
  PERIODIC("Periodic"),
  PERIODIC_CLOCK_ALIGNED("PeriodicClockAligned"),
  @SinceV21
  TARGET_DELTA("TargetDelta"),
  @SinceV21
  TARGET_DELTA_RELATIVE("TargetDeltaRelative");
  private final String wire;

  MonitorKind(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
