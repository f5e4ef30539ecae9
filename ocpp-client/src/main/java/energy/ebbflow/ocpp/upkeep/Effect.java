package energy.ebbflow.ocpp.upkeep;

import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.errand.Errand;

/** What a service wants from the link. */
public sealed interface Effect {
  /** Tell the back office, as soon as it listens. */
  record Tell(Notice notice) implements Effect {}

  /** Begin an errand. */
  record Begin(long number, Errand errand) implements Effect {}

  /** An errand is not wanted any more; its end is not heard. */
  record Abandon(long number) implements Effect {}

  /** A security event (A04). */
  record Security(String kind, String info) implements Effect {}

  /** A command to the station that nobody outside gave. */
  record Command(BackOfficeCommand command) implements Effect {}

  /** The state of an outlet is told again; it may be another one now. */
  record TellStatus(int evse) implements Effect {}

  /** The values of the running transactions are told, as of the clock. */
  record ClockReading() implements Effect {}

  /**
   * The newest values of the transaction of an outlet are told.
   *
   * @param trigger OCPP's TriggerReasonEnumType
   */
  record TellTransaction(int evse, String trigger) implements Effect {}

  /** Connect anew. */
  record Reconnect(String reason) implements Effect {}
}
