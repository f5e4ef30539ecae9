package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.json.WireEnum;

/** Whether the cache was cleared. */
public enum ClearCacheStatus implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected");
  private final String wire;

  ClearCacheStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
