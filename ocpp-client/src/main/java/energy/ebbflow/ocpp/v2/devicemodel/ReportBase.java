package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.WireEnum;

/** Which part of the device model is reported. */
public enum ReportBase implements WireEnum {
  CONFIGURATION_INVENTORY("ConfigurationInventory"),
  FULL_INVENTORY("FullInventory"),
  SUMMARY_INVENTORY("SummaryInventory");
  private final String wire;

  ReportBase(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
