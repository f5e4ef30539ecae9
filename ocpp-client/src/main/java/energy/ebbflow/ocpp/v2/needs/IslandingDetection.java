package energy.ebbflow.ocpp.v2.needs;

import energy.ebbflow.ocpp.json.WireEnum;

/** Methods by which an inverter notices an island grid. */
public enum IslandingDetection implements WireEnum {
  NO_ANTI_ISLANDING_SUPPORT("NoAntiIslandingSupport"),
  RO_CO_F("RoCoF"),
  UVP_OVP("UVP_OVP"),
  UFP_OFP("UFP_OFP"),
  VOLTAGE_VECTOR_SHIFT("VoltageVectorShift"),
  ZERO_CROSSING_DETECTION("ZeroCrossingDetection"),
  OTHER_PASSIVE("OtherPassive"),
  IMPEDANCE_MEASUREMENT("ImpedanceMeasurement"),
  IMPEDANCE_AT_FREQUENCY("ImpedanceAtFrequency"),
  SLIP_MODE_FREQUENCY_SHIFT("SlipModeFrequencyShift"),
  SANDIA_FREQUENCY_SHIFT("SandiaFrequencyShift"),
  SANDIA_VOLTAGE_SHIFT("SandiaVoltageShift"),
  FREQUENCY_JUMP("FrequencyJump"),
  RCLQ_FACTOR("RCLQFactor"),
  OTHER_ACTIVE("OtherActive");
  private final String wire;

  IslandingDetection(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
