package energy.ebbflow.firmware.evse;

import energy.ebbflow.ocpp.domain.IdToken;
import java.util.Optional;

/**
 * A transaction. It runs while a vehicle is plugged and its user is authorised (OCPP TxStartPoint
 * and TxStopPoint {@code PowerPathClosed}). Immutable.
 */
public sealed interface Transaction {
  /** None, or the last one was for another vehicle. */
  record None() implements Transaction {}

  /**
   * One runs.
   *
   * @param id unique for ever
   * @param token who charges: the same card ends it
   * @param chargingState OCPP ChargingStateEnumType as last reported
   * @param lastSampleNanos when meter values were reported last
   * @param stop why and since when it is being ended
   */
  record Running(
      String id, IdToken token, String chargingState, long lastSampleNanos, Optional<Stop> stop)
      implements Transaction {
    Running stopping(Stop why) {
      return new Running(id, token, chargingState, lastSampleNanos, Optional.of(why));
    }

    Running reported(String state, long nowNanos) {
      return new Running(id, token, state, nowNanos, stop);
    }
  }

  /** It ended; the vehicle is still plugged (R21). */
  record Ended(String id) implements Transaction {}

  /**
   * The one stop path.
   *
   * @param reason OCPP ReasonEnumType
   * @param trigger OCPP TriggerReasonEnumType
   * @param sinceNanos when it began
   * @param shown the card that ended it, where it is another than the one that started it
   */
  record Stop(String reason, String trigger, long sinceNanos, Optional<IdToken> shown) {}
}
