package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.WireEnum;

/** Who may change a value. */
public enum Mutability implements WireEnum {
  READ_ONLY("ReadOnly"),
  WRITE_ONLY("WriteOnly"),
  READ_WRITE("ReadWrite");
  private final String wire;

  Mutability(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
