package energy.ebbflow.firmware.evse.dc;

import energy.ebbflow.iso15118.secc.EvseView;

/**
 * The outlet follows the battery's voltage; the vehicle closes its contactors within 20 V of it.
 *
 * @param volts what the vehicle asks for
 */
public record PreCharging(double volts) implements DcState {
  /** IEC 61851-23 annex CC: at most 2 A during pre-charge. */
  private static final double PRE_CHARGE_AMPS = 2;

  @Override
  public DcState on(DcOrder order, DcView view, long nowNanos) {
    return switch (order) {
      case DcOrder.CableCheck check -> this;
      case DcOrder.EndCableCheck end -> this;
      case DcOrder.PreCharge preCharge -> new PreCharging(preCharge.volts());
      case DcOrder.Start start -> new Transferring();
      case DcOrder.Stop stop -> new Ramping(nowNanos);
      case DcOrder.Abort abort -> new Off();
      case DcOrder.Tick tick -> this;
    };
  }

  @Override
  public DcOutput output(DcView view) {
    double held = Math.min(volts, view.ceilingVolts());
    return new DcOutput(true, DcState.hold(held, PRE_CHARGE_AMPS), true, EvseView.Isolation.VALID);
  }
}
