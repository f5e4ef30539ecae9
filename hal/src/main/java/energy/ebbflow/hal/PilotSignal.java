package energy.ebbflow.hal;

/** What the station puts on the control pilot (IEC 61851-1 Annex A). */
public sealed interface PilotSignal {
  /** Steady +12 V through 1 kΩ: no PWM (X1). */
  record Steady() implements PilotSignal {}

  /**
   * 1 kHz square wave between +12 V and -12 V (X2).
   *
   * @param dutyPercent 0 exclusive to 100 exclusive
   */
  record Pwm(double dutyPercent) implements PilotSignal {
    public Pwm {
      if (!(dutyPercent > 0 && dutyPercent < 100)) {
        throw new IllegalArgumentException(
            "duty expects a value between 0 and 100 %, got " + dutyPercent);
      }
    }
  }

  /** Steady 0 V: state E. */
  record Zero() implements PilotSignal {}

  /** Steady -12 V: state F, the station is not available. */
  record Negative() implements PilotSignal {}
}
