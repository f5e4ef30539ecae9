package energy.ebbflow.iec61851.lock;

/** What the lock machine is told. */
public sealed interface LockInput {
  /** What the layers above want: locked while a session may carry energy, otherwise unlocked. */
  record Want(boolean locked) implements LockInput {}

  /** Position of the bolt. */
  record Feedback(boolean locked) implements LockInput {}

  /** Mirror contact of the contactors. */
  record ContactorFeedback(boolean closed) implements LockInput {}

  /** Time has passed. */
  record Tick() implements LockInput {}
}
