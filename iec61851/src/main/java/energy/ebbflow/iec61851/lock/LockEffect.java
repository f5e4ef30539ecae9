package energy.ebbflow.iec61851.lock;

/** What the lock machine asks to be done or reported. */
public sealed interface LockEffect {
  /** Drive the bolt in. */
  record Lock() implements LockEffect {}

  /** Drive the bolt out. */
  record Unlock() implements LockEffect {}

  /** Whether energy may flow as far as the lock is concerned; the permission is to follow it. */
  record Secured(boolean secured) implements LockEffect {}

  /** Something is wrong. */
  record Fault(LockFault fault) implements LockEffect {}

  /** It is well again. */
  record FaultCleared(LockFault fault) implements LockEffect {}
}
