package energy.ebbflow.ocpp.v2.transaction;

import energy.ebbflow.ocpp.json.WireEnum;

/** Whether the battery is warm enough. */
public enum PreconditioningStatus implements WireEnum {
  UNKNOWN("Unknown"),
  READY("Ready"),
  NOT_READY("NotReady"),
  PRECONDITIONING("Preconditioning");
  private final String wire;

  PreconditioningStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
