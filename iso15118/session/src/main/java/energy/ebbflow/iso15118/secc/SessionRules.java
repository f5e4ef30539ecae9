package energy.ebbflow.iso15118.secc;

import java.util.Optional;

/** What the session of every protocol looks at before it asks its state. */
public final class SessionRules {
  private SessionRules() {}

  /** Whether the vehicle has been silent too long. While an answer is held it waits for us. */
  public static boolean overdue(SessionState state, long deadlineNanos, long nowNanos) {
    return !state.holding() && nowNanos - deadlineNanos >= 0;
  }

  /** The end of a session whose vehicle is {@link #overdue}. */
  public static <S> SessionStep<S> silent(SessionState state, SeccTiming timing) {
    return SessionStep.broken(
        "the vehicle was silent in "
            + state.name()
            + ": no request within "
            + state.patience(timing) / 1_000_000
            + " ms (sequence timeout)",
        Optional.empty());
  }

  /**
   * Why the station itself ends a session in which no energy flows yet.
   *
   * @param ending the vehicle's request brings the power to its end: one that does what it was
   *     asked to is not refused for it
   */
  public static Optional<String> ownReason(SessionState state, EvseView view, boolean ending) {
    if (view.stop().isEmpty() || state.powerIsOver()) {
      return Optional.empty();
    }
    return switch (view.stop().get()) {
      case FAULT -> Optional.of("the station has a fault");
      // In the loop there is a notification for it; before it there is only this.
      case TERMINATE ->
          state.stoppable() && !ending
              ? Optional.of("the station ends the session before energy flows")
              : Optional.empty();
      case PAUSE -> Optional.empty();
    };
  }
}
