package energy.ebbflow.firmware.evse.dc;

import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.iso15118.secc.EvseView;

/** No voltage, contactors open. */
public record Off() implements DcState {
  @Override
  public DcState on(DcOrder order, DcView view, long nowNanos) {
    return switch (order) {
      case DcOrder.CableCheck check -> new Closing(check.volts(), nowNanos);
      case DcOrder.PreCharge preCharge ->
          new Broken(StationFault.PRE_CHARGE, "pre-charge was asked before a cable check");
      case DcOrder.Start start ->
          new Broken(StationFault.PRE_CHARGE, "energy was asked before a pre-charge");
      case DcOrder.EndCableCheck end -> this;
      case DcOrder.Stop stop -> this;
      case DcOrder.Abort abort -> this;
      case DcOrder.Tick tick -> this;
    };
  }

  @Override
  public DcOutput output(DcView view) {
    return new DcOutput(false, DcState.converterOff(), false, EvseView.Isolation.NOT_TESTED);
  }
}
