package energy.ebbflow.simulator.ev.iso2;

/** What the vehicle wants of the charge loop. */
public enum Aim {
  /** Energy. */
  ENERGY,
  /** The end: no current any more, then PowerDelivery(Stop). */
  STOP,
  /** The same, to go on later. */
  PAUSE
}
