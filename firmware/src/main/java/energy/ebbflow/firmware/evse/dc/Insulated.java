package energy.ebbflow.firmware.evse.dc;

import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.iso15118.secc.EvseView;
import java.util.Optional;

/**
 * Isolation is good; the test voltage is held until the session ends the cable check.
 *
 * @param volts test voltage
 */
public record Insulated(double volts) implements DcState {
  @Override
  public DcState on(DcOrder order, DcView view, long nowNanos) {
    return switch (order) {
      case DcOrder.CableCheck check -> this;
      case DcOrder.EndCableCheck end -> new Lowering(Optional.empty());
      case DcOrder.PreCharge preCharge -> new Lowering(Optional.of(preCharge.volts()));
      case DcOrder.Start start ->
          new Broken(StationFault.PRE_CHARGE, "energy was asked before a pre-charge");
      case DcOrder.Stop stop -> new Opening(nowNanos);
      case DcOrder.Abort abort -> new Off();
      case DcOrder.Tick tick -> this;
    };
  }

  @Override
  public DcOutput output(DcView view) {
    return new DcOutput(
        true, DcState.hold(volts, Raising.TEST_AMPS), true, EvseView.Isolation.VALID);
  }
}
