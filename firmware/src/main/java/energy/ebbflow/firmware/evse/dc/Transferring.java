package energy.ebbflow.firmware.evse.dc;

import energy.ebbflow.iso15118.secc.EvseView;

/** Energy flows, in either direction; the contactors stay closed through every reversal. */
public record Transferring() implements DcState {
  @Override
  public DcState on(DcOrder order, DcView view, long nowNanos) {
    return switch (order) {
      case DcOrder.CableCheck check -> this;
      case DcOrder.EndCableCheck end -> this;
      case DcOrder.PreCharge preCharge -> this;
      case DcOrder.Start start -> this;
      case DcOrder.Stop stop -> new Ramping(nowNanos);
      case DcOrder.Abort abort -> new Off();
      case DcOrder.Tick tick -> this;
    };
  }

  @Override
  public DcOutput output(DcView view) {
    return new DcOutput(
        true, DcState.current(view.targetAmps(), view), true, EvseView.Isolation.VALID);
  }
}
