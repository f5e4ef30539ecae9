package energy.ebbflow.simulator.ev.iso20.wire;

import energy.ebbflow.iso15118.message.iso20.session.ChargingSession;

/** What comes after the end of energy transfer. */
public enum Ending {
  /** The session is over. */
  TERMINATE(ChargingSession.TERMINATE),
  /** It rests and may be joined again. */
  PAUSE(ChargingSession.PAUSE),
  /** It goes on with another service. */
  SERVICE_RENEGOTIATION(ChargingSession.SERVICE_RENEGOTIATION);

  private final ChargingSession word;

  Ending(ChargingSession word) {
    this.word = word;
  }

  /** As SessionStopReq says it. */
  public ChargingSession word() {
    return word;
  }

  /** The ending that the user wants. */
  public static Ending of(boolean pause) {
    return pause ? PAUSE : TERMINATE;
  }
}
