package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccConfig;
import java.util.Optional;

/**
 * All that a state may look at in one step.
 *
 * @param config what the station offers
 * @param data what the session has learnt
 * @param view the station now
 * @param nowNanos monotonic time, origin arbitrary
 */
public record Turn(SeccConfig config, Iso20Data data, EvseView view, long nowNanos) {
  /** Header of a response. */
  public MessageHeader header() {
    return new MessageHeader(data.sessionId(), view.utcSeconds(), Optional.empty());
  }

  /** Whether {@code deadlineNanos} has come. */
  public boolean reached(long deadlineNanos) {
    return nowNanos - deadlineNanos >= 0;
  }

  /** This long from now. */
  public long in(long nanos) {
    return nowNanos + nanos;
  }
}
