package energy.ebbflow.ocpp.firmware;

import energy.ebbflow.ocpp.v2.firmware.FirmwareStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * How far an update is; one row of the store.
 *
 * @param order absent when there is none
 * @param attempt of fetching the image, from 1
 * @param dueAt when a phase that waits goes on
 * @param versionBefore firmware that ran when the installation began
 * @param told the newest status that the back office was told
 */
public record UpdateState(
    Phase phase,
    Optional<UpdateOrder> order,
    int attempt,
    Optional<Instant> dueAt,
    Optional<String> versionBefore,
    Optional<FirmwareStatus> told) {

  /** Nothing was ever ordered. */
  public static final UpdateState NONE =
      new UpdateState(
          Phase.IDLE, Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());

  /** Phases in their order. */
  public enum Phase {
    IDLE,
    /** The image may not be fetched yet. */
    WAITING_TO_FETCH,
    FETCHING,
    /** An attempt failed, the next one is due later. */
    WAITING_TO_RETRY,
    VERIFYING,
    /** The image is good, but may not be installed yet. */
    WAITING_TO_INSTALL,
    /** It may be installed as soon as no transaction runs. */
    WAITING_FOR_PEACE,
    INSTALLING,
    /** The new firmware begins with the next start. */
    RESTARTING,
    /** The new firmware runs, and has to show that it reaches the back office. */
    PROVING
  }

  UpdateState in(Phase next) {
    return new UpdateState(next, order, attempt, Optional.empty(), versionBefore, told);
  }

  UpdateState until(Phase next, Instant at) {
    return new UpdateState(next, order, attempt, Optional.of(at), versionBefore, told);
  }

  UpdateState attempting(int number) {
    return new UpdateState(Phase.FETCHING, order, number, Optional.empty(), versionBefore, told);
  }

  UpdateState telling(FirmwareStatus status) {
    return new UpdateState(phase, order, attempt, dueAt, versionBefore, Optional.of(status));
  }

  UpdateState from(String version) {
    return new UpdateState(phase, order, attempt, dueAt, Optional.of(version), told);
  }

  /** The order is over; what was told last stays. */
  UpdateState over() {
    return new UpdateState(Phase.IDLE, order, 0, Optional.empty(), Optional.empty(), told);
  }

  /** Due now. */
  boolean due(Instant now) {
    return dueAt.map(at -> !now.isBefore(at)).orElse(false);
  }
}
