package energy.ebbflow.iso15118.secc.din;

import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccConfig;

/**
 * All that a state may look at in one step.
 *
 * @param config what the station offers
 * @param data what the session has learnt
 * @param view the station now
 * @param nowNanos monotonic time, origin arbitrary
 */
public record DinTurn(SeccConfig config, DinData data, EvseView view, long nowNanos) {
  /** Whether {@code deadlineNanos} has come. */
  public boolean reached(long deadlineNanos) {
    return nowNanos - deadlineNanos >= 0;
  }

  /** This long from now. */
  public long in(long nanos) {
    return nowNanos + nanos;
  }
}
