package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.outbox.QueuedEvent;
import energy.ebbflow.ocpp.upkeep.Notice;

/** Why a call of ours was made: decides what its answer means. */
sealed interface Purpose {
  record Boot() implements Purpose {}

  record Heartbeat() implements Purpose {}

  record Transaction(QueuedEvent event) implements Purpose {}

  record Security(long row) implements Purpose {}

  record Authorise(StationEvent.AuthorisationQuestion question) implements Purpose {}

  record Status(StationEvent.ConnectorStatus status) implements Purpose {}

  record Tell(Notice notice) implements Purpose {}

  /** The answer changes nothing. */
  record Plain() implements Purpose {}
}
