package energy.ebbflow.ocpp.outbox;

import energy.ebbflow.ocpp.domain.StationEvent;
import java.util.List;

/**
 * A transaction event on its way to the back office.
 *
 * @param row its place in the queue; grows with time
 * @param seqNo number within its transaction, from 0, without gaps
 * @param offline it happened while there was no link
 * @param signed one signed data set per sample of the event, empty text where there is none
 * @param addition what it says beside itself: what the transaction costs
 * @param course values that are told once more with the end of the transaction
 * @param refusals how often the back office refused it
 */
public record QueuedEvent(
    long row,
    StationEvent.Transaction event,
    int seqNo,
    boolean offline,
    List<String> signed,
    Companion.Addition addition,
    List<EndedValue> course,
    int refusals) {
  public QueuedEvent {
    signed = List.copyOf(signed);
    course = List.copyOf(course);
  }

  /** The same without what is told once more. */
  public QueuedEvent withoutCourse() {
    return new QueuedEvent(row, event, seqNo, offline, signed, addition, List.of(), refusals);
  }
}
