package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.outbox.QueuedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections that were lost while an event was on its way: a back office that closes them because
 * the frame is too long for it says nothing else. Confined to the link's thread.
 */
final class Losses {
  private static final Logger LOG = LoggerFactory.getLogger(Losses.class);

  /** Our own: after so many in a row it is the frame, not the network. */
  static final int SUSPICIOUS = 3;

  private long row = -1;
  private int inARow;

  /** The connection was lost before the event in this row was answered. */
  void count(long event) {
    inARow = event == row ? inARow + 1 : 1;
    row = event;
  }

  /**
   * The event as it is to be sent: what may be left out is left out where it does not get through.
   */
  QueuedEvent fitting(QueuedEvent event) {
    if (event.row() != row || inARow < SUSPICIOUS || event.course().isEmpty()) {
      return event;
    }
    LOG.warn(
        "event {} of transaction {} has lost the connection {} times: it is sent without the {}"
            + " values of its course",
        event.seqNo(),
        event.event().transaction(),
        inARow,
        event.course().size());
    return event.withoutCourse();
  }
}
