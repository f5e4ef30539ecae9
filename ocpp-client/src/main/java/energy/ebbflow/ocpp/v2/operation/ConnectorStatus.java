package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.json.WireEnum;

/** State of one connector. */
public enum ConnectorStatus implements WireEnum {
  AVAILABLE("Available"),
  OCCUPIED("Occupied"),
  RESERVED("Reserved"),
  UNAVAILABLE("Unavailable"),
  FAULTED("Faulted");
  private final String wire;

  ConnectorStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
