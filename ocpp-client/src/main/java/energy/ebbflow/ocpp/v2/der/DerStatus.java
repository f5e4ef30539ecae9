package energy.ebbflow.ocpp.v2.der;

import energy.ebbflow.ocpp.json.WireEnum;

/** OCPP's DERControlStatusEnumType. */
public enum DerStatus implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected"),
  NOT_SUPPORTED("NotSupported"),
  NOT_FOUND("NotFound");
  private final String wire;

  DerStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
