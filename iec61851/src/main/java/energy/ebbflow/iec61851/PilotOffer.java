package energy.ebbflow.iec61851;

/** What the station wants to signal to the vehicle; the machine paces the changes. */
public sealed interface PilotOffer {
  /** No energy now: steady signal (X1). */
  record None() implements PilotOffer {}

  /** Digital communication: 5 % duty (ISO 15118-3). */
  record Digital() implements PilotOffer {}

  /**
   * Basic charging with a maximum current.
   *
   * @param amps 6 to 80 A per phase
   */
  record Basic(double amps) implements PilotOffer {
    public Basic {
      if (!(amps >= 6 && amps <= 80)) {
        throw new IllegalArgumentException(
            "basic charging expects 6 to 80 A (IEC 61851-1 Annex A), got " + amps);
      }
    }
  }

  /** The station is not available: state F. */
  record NotAvailable() implements PilotOffer {}
}
