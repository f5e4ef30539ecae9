package energy.ebbflow.firmware.evse.dc;

import energy.ebbflow.iso15118.secc.EvseView;

/**
 * The current goes to 0 before the contactors open.
 *
 * @param sinceNanos when it began
 */
public record Ramping(long sinceNanos) implements DcState {
  /** IEC 61851-23: contactors open at less than 1 A. */
  private static final double OPEN_BELOW_AMPS = 1;

  /** Our own: PowerDelivery must be answered within its time; a stuck ramp does not hold it up. */
  public static final long RAMP_NANOS = 3_000_000_000L;

  @Override
  public DcState on(DcOrder order, DcView view, long nowNanos) {
    return switch (order) {
      case DcOrder.Abort abort -> new Off();
      case DcOrder.CableCheck check -> this;
      case DcOrder.EndCableCheck end -> this;
      case DcOrder.PreCharge preCharge -> this;
      case DcOrder.Start start -> this;
      case DcOrder.Stop stop -> this;
      case DcOrder.Tick tick ->
          Math.abs(view.amps()) < OPEN_BELOW_AMPS || nowNanos - sinceNanos >= RAMP_NANOS
              ? new Opening(nowNanos)
              : this;
    };
  }

  @Override
  public DcOutput output(DcView view) {
    return new DcOutput(true, DcState.current(0, view), true, EvseView.Isolation.VALID);
  }
}
