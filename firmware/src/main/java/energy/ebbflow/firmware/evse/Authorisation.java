package energy.ebbflow.firmware.evse;

import energy.ebbflow.ocpp.domain.IdToken;
import java.util.Optional;

/** Whether somebody may charge here. Immutable. */
public sealed interface Authorisation {
  /** Nobody has asked. */
  record None() implements Authorisation {}

  /**
   * The back office was asked.
   *
   * @param request number of the question
   * @param sinceNanos when it was asked
   */
  record Asked(long request, IdToken token, long sinceNanos) implements Authorisation {}

  /**
   * Somebody may charge.
   *
   * @param remoteStart number of the remote start that said so
   * @param sinceNanos when it was said
   */
  record Accepted(IdToken token, Optional<Integer> remoteStart, long sinceNanos)
      implements Authorisation {}

  /**
   * The last one who asked may not.
   *
   * @param status the back office's word
   */
  record Rejected(String status) implements Authorisation {}
}
