package energy.ebbflow.firmware.evse.dc;

import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.iso15118.secc.EvseView;
import java.util.Optional;

/**
 * The test voltage goes down to a safe value before the vehicle may close its own contactors.
 *
 * @param preChargeVolts pre-charge that is waiting for it
 */
public record Lowering(Optional<Double> preChargeVolts) implements DcState {
  @Override
  public DcState on(DcOrder order, DcView view, long nowNanos) {
    return switch (order) {
      case DcOrder.CableCheck check -> this;
      case DcOrder.EndCableCheck end -> this;
      case DcOrder.PreCharge preCharge ->
          new Lowering(Optional.of(preCharge.volts())).on(new DcOrder.Tick(), view, nowNanos);
      case DcOrder.Start start ->
          new Broken(StationFault.PRE_CHARGE, "energy was asked before a pre-charge");
      case DcOrder.Stop stop -> new Opening(nowNanos);
      case DcOrder.Abort abort -> new Off();
      case DcOrder.Tick tick ->
          preChargeVolts.isPresent() && view.vehicleVolts() < SAFE_VOLTS
              ? new PreCharging(preChargeVolts.get())
              : this;
    };
  }

  @Override
  public DcOutput output(DcView view) {
    return new DcOutput(true, DcState.converterOff(), true, EvseView.Isolation.VALID);
  }
}
