package energy.ebbflow.ocpp.domain;

/** How energy may flow through a plug, as far as a back office permits it (OCPP 2.1 Q01, Q02). */
public enum EnergyTransfer {
  /** Alternating current into the vehicle. */
  AC(false, false),
  /** Alternating current both ways. */
  AC_BPT(false, true),
  /** Direct current into the vehicle. */
  DC(true, false),
  /** Direct current both ways. */
  DC_BPT(true, true);

  private final boolean direct;
  private final boolean bidirectional;

  EnergyTransfer(boolean direct, boolean bidirectional) {
    this.direct = direct;
    this.bidirectional = bidirectional;
  }

  /** Direct current. */
  public boolean direct() {
    return direct;
  }

  /** Out of the vehicle, too. */
  public boolean bidirectional() {
    return bidirectional;
  }
}
