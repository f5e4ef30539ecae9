package energy.ebbflow.ocpp.v2.transaction;

import energy.ebbflow.ocpp.json.WireEnum;

/** Begin, middle or end of a transaction. */
public enum TransactionEventKind implements WireEnum {
  ENDED("Ended"),
  STARTED("Started"),
  UPDATED("Updated");
  private final String wire;

  TransactionEventKind(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
