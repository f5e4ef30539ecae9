package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.WireEnum;

/** Outcome of setting a variable. */
public enum SetVariableStatus implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected"),
  UNKNOWN_COMPONENT("UnknownComponent"),
  UNKNOWN_VARIABLE("UnknownVariable"),
  NOT_SUPPORTED_ATTRIBUTE_TYPE("NotSupportedAttributeType"),
  REBOOT_REQUIRED("RebootRequired");
  private final String wire;

  SetVariableStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
