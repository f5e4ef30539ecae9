package energy.ebbflow.iec61851;

/** States of the control pilot, IEC 61851-1 Table A.2. */
public enum PilotState {
  /** +12 V: no vehicle. */
  A,
  /** +9 V: vehicle connected, not ready. */
  B,
  /** +6 V: vehicle ready, no ventilation needed. */
  C,
  /** +3 V: vehicle ready, ventilation needed. */
  D,
  /** 0 V: short circuit or station unpowered. */
  E,
  /** -12 V: station not available. */
  F
}
