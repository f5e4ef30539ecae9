package energy.ebbflow.iec61851;

/**
 * Faults of the pilot line. While one is present the contactors stay open. What clears it is said
 * with each; {@link PilotEffect.FaultCleared} reports it.
 */
public enum PilotFault {
  /**
   * No negative half-wave at -12 V in B, C or D: the vehicle's diode is missing. PWM is withdrawn.
   * Cleared when the vehicle is unplugged, because without PWM the diode cannot be seen.
   */
  DIODE_MISSING,
  /** 0 V: the line is shorted (state E). PWM is withdrawn. Cleared by a valid level. */
  SHORT_CIRCUIT,
  /** A level that belongs to no state. PWM is withdrawn. Cleared by a valid level. */
  LEVEL_OUT_OF_RANGE,
  /** State D, and the station has no ventilation. PWM stays. Cleared when D is left. */
  VENTILATION_NOT_AVAILABLE,
  /**
   * The vehicle stayed in C after PWM was withdrawn for 6 s. Cleared when it leaves C, or when PWM
   * is offered again.
   */
  VEHICLE_DOES_NOT_STOP,
  /**
   * The contactors did not follow the command: they did not close, opened by themselves, or are
   * welded. Cleared when the vehicle is unplugged and the feedback says open.
   */
  CONTACTOR_DOES_NOT_FOLLOW,
  /** The line is no longer measured. PWM is withdrawn. Cleared by the next measurement. */
  NO_SAMPLES;

  /** Whether PWM is withdrawn as long as the fault is present. */
  boolean withdrawsPwm() {
    return switch (this) {
      case DIODE_MISSING,
          SHORT_CIRCUIT,
          LEVEL_OUT_OF_RANGE,
          CONTACTOR_DOES_NOT_FOLLOW,
          NO_SAMPLES ->
          true;
      case VENTILATION_NOT_AVAILABLE, VEHICLE_DOES_NOT_STOP -> false;
    };
  }
}
