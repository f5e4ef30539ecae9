package energy.ebbflow.ocpp.v2.type;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** What a profile limits; decides which profiles are combined. */
public enum ChargingProfilePurpose implements WireEnum {
  CHARGING_STATION_EXTERNAL_CONSTRAINTS("ChargingStationExternalConstraints"),
  CHARGING_STATION_MAX_PROFILE("ChargingStationMaxProfile"),
  TX_DEFAULT_PROFILE("TxDefaultProfile"),
  TX_PROFILE("TxProfile"),
  @SinceV21
  PRIORITY_CHARGING("PriorityCharging"),
  @SinceV21
  LOCAL_GENERATION("LocalGeneration");
  private final String wire;

  ChargingProfilePurpose(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
