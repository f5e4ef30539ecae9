package energy.ebbflow.iec61851;

/** Faults of the pilot line. */
public enum PilotFault {
  /** No negative half-wave at -12 V in B, C or D: the vehicle's diode is missing. */
  DIODE_MISSING,
  /** 0 V: the line is shorted (state E). */
  SHORT_CIRCUIT,
  /** A level that belongs to no state. */
  LEVEL_OUT_OF_RANGE,
  /** State D, and the station has no ventilation. */
  VENTILATION_NOT_AVAILABLE,
  /** The vehicle stayed in C after PWM was withdrawn for 6 s. */
  VEHICLE_DOES_NOT_STOP,
  /** The contactors did not follow the command. */
  CONTACTOR_DOES_NOT_FOLLOW
}
