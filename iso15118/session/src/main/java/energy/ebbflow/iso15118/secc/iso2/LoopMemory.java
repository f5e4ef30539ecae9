package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.iso15118.secc.iso2.schedule.ProfileWatch;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the charge loop remembers from request to request.
 *
 * @param renegotiationNanos since when the vehicle is asked to renegotiate; empty while it is not
 * @param renegotiationVersion the plan it is asked for, 0 where the station asks without one
 * @param receiptNanos when the last receipt was asked for; empty before the first
 * @param watch whether the vehicle keeps its profile
 */
public record LoopMemory(
    OptionalLong renegotiationNanos,
    OptionalInt renegotiationVersion,
    OptionalLong receiptNanos,
    ProfileWatch watch) {
  /** The loop has not begun. */
  public static final LoopMemory NOTHING =
      new LoopMemory(
          OptionalLong.empty(), OptionalInt.empty(), OptionalLong.empty(), ProfileWatch.QUIET);

  /** The vehicle is asked to renegotiate. */
  LoopMemory asking(long sinceNanos, int version) {
    return new LoopMemory(
        OptionalLong.of(sinceNanos), OptionalInt.of(version), receiptNanos, watch);
  }

  /** There is nothing to renegotiate. */
  LoopMemory content() {
    return new LoopMemory(OptionalLong.empty(), OptionalInt.empty(), receiptNanos, watch);
  }

  /** A receipt is asked for. */
  LoopMemory askingReceipt(long nowNanos) {
    return new LoopMemory(
        renegotiationNanos, renegotiationVersion, OptionalLong.of(nowNanos), watch);
  }

  /** The same with another watch. */
  LoopMemory with(ProfileWatch other) {
    return new LoopMemory(renegotiationNanos, renegotiationVersion, receiptNanos, other);
  }
}
