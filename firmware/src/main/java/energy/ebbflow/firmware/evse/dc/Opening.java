package energy.ebbflow.firmware.evse.dc;

import energy.ebbflow.iso15118.secc.EvseView;

/**
 * The contactors open; the mirror contact has not yet said so.
 *
 * @param sinceNanos when it began
 */
public record Opening(long sinceNanos) implements DcState {
  /** Our own: afterwards the supervisor's weld detection is in charge. */
  public static final long OPEN_NANOS = 1_000_000_000L;

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
          !view.contactorsClosed() || nowNanos - sinceNanos >= OPEN_NANOS ? new Off() : this;
    };
  }

  @Override
  public DcOutput output(DcView view) {
    return new DcOutput(false, DcState.converterOff(), false, EvseView.Isolation.NOT_TESTED);
  }
}
