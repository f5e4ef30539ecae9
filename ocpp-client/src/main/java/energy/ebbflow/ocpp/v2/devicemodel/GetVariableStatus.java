package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.WireEnum;

/** Outcome of reading a variable. */
public enum GetVariableStatus implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected"),
  UNKNOWN_COMPONENT("UnknownComponent"),
  UNKNOWN_VARIABLE("UnknownVariable"),
  NOT_SUPPORTED_ATTRIBUTE_TYPE("NotSupportedAttributeType");
  private final String wire;

  GetVariableStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
