package energy.ebbflow.firmware.evse.dc;

import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.iso15118.secc.EvseView;
import java.util.Optional;

/**
 * The contactors may close; the converter is off.
 *
 * @param volts test voltage of the cable check
 * @param sinceNanos when the cable check began
 */
public record Closing(double volts, long sinceNanos) implements DcState {
  /** ISO 15118-20: contactors close within 3 s; the pilot may need as long to reach C. */
  public static final long CLOSE_NANOS = 10_000_000_000L;

  @Override
  public DcState on(DcOrder order, DcView view, long nowNanos) {
    return switch (order) {
      case DcOrder.CableCheck check -> new Closing(check.volts(), sinceNanos);
      case DcOrder.EndCableCheck end -> new Opening(nowNanos);
      case DcOrder.PreCharge preCharge ->
          new Broken(StationFault.PRE_CHARGE, "pre-charge was asked during the cable check");
      case DcOrder.Start start ->
          new Broken(StationFault.PRE_CHARGE, "energy was asked during the cable check");
      case DcOrder.Stop stop -> new Opening(nowNanos);
      case DcOrder.Abort abort -> new Off();
      case DcOrder.Tick tick -> tick(view, nowNanos);
    };
  }

  private DcState tick(DcView view, long nowNanos) {
    if (view.contactorsClosed()) {
      return new Raising(volts, sinceNanos, Optional.empty());
    }
    if (nowNanos - sinceNanos >= CLOSE_NANOS) {
      return new Broken(
          StationFault.CABLE_CHECK, "the contactors did not close within CLOSE_NANOS (10 s)");
    }
    return this;
  }

  @Override
  public DcOutput output(DcView view) {
    return new DcOutput(true, DcState.converterOff(), true, EvseView.Isolation.TESTING);
  }
}
