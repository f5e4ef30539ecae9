package energy.ebbflow.ocpp.config;

/** What becomes of a back office whose certificate may have been revoked. */
public enum Revocation {
  /** Nobody is asked. */
  OFF,

  /** One that is known to be revoked is refused; where nobody tells, it is believed. */
  SOFT,

  /** Only one that is known not to be revoked is believed. */
  HARD
}
