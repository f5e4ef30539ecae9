package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.WireEnum;

/** Whether a report will follow. */
public enum GenericDeviceModelStatus implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected"),
  NOT_SUPPORTED("NotSupported"),
  EMPTY_RESULT_SET("EmptyResultSet");
  private final String wire;

  GenericDeviceModelStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
