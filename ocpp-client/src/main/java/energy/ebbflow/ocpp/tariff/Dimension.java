package energy.ebbflow.ocpp.tariff;

/** What a price element of a running transaction is a price of. */
public enum Dimension {
  /** Volume in Wh, signed. */
  ENERGY,
  /** Volume in ns. */
  CHARGING_TIME,
  /** Volume in ns. */
  IDLE_TIME
}
