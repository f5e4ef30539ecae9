package energy.ebbflow.ocpp.dialect;

import java.util.Optional;

/** What happens after an answer. */
public sealed interface FollowUp {
  /** Send this. */
  record Send(Outgoing call) implements FollowUp {}

  /** BootNotification again. */
  record Boot() implements FollowUp {}

  /** Tell the state of one EVSE, or of all. */
  record TellStatus(Optional<Integer> evse) implements FollowUp {}

  /** Tell the newest meter values of the transactions, of one EVSE or of all. */
  record TellTransactions(Optional<Integer> evse) implements FollowUp {}

  /** Charging profiles are others than before. */
  record ProfilesChanged() implements FollowUp {}

  /** The heartbeat interval is another one. */
  record HeartbeatChanged() implements FollowUp {}

  /** The order of the network connection profiles is another one. */
  record NetworkChanged() implements FollowUp {}

  /** Connect anew, with the new password. */
  record Reconnect(String reason) implements FollowUp {}
}
