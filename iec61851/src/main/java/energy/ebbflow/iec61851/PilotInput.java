package energy.ebbflow.iec61851;

/** What the pilot machine is told. */
public sealed interface PilotInput {
  /** Peak levels of the line in volt, at the station; see IEC 61851-1 Table A.2. */
  record Sample(double highVolts, double lowVolts) implements PilotInput {}

  /** A new wish of the layer above. */
  record Offer(PilotOffer offer) implements PilotInput {}

  /**
   * Whether energy may flow, as far as the layers above are concerned. It is ANDed with the pilot's
   * own state; withdrawing it opens the contactors at once.
   */
  record Permission(boolean granted) implements PilotInput {}

  /** Mirror contact of the contactors. */
  record ContactorFeedback(boolean closed) implements PilotInput {}

  /**
   * Whoever reads the mirror contact is not heard any more: what it said last does not count. The
   * contactors have to be opened by the layer above, which knows why; a command to close counts as
   * contradicted until the mirror contact speaks again.
   */
  record ContactorFeedbackLost() implements PilotInput {}

  /** Time has passed. */
  record Tick() implements PilotInput {}
}
