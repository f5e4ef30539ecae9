package energy.ebbflow.iec61851.lock;

/** Faults of the lock. */
public enum LockFault {
  /**
   * The bolt does not move in: no energy for this plug. Cleared when locking is no longer wanted.
   */
  DOES_NOT_LOCK,
  /** The bolt does not move out; it is tried again and again. Cleared when it is out. */
  DOES_NOT_UNLOCK,
  /** The bolt moved out although it should be in. Cleared when locking is no longer wanted. */
  LOST
}
