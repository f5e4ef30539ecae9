package energy.ebbflow.firmware.evse.dc;

import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.firmware.supervisor.SupervisorConfig;
import energy.ebbflow.iso15118.secc.EvseView;
import java.util.Locale;
import java.util.Optional;

/**
 * The voltage rises to the test voltage, then isolation is measured.
 *
 * @param volts test voltage
 * @param sinceNanos when the cable check began
 * @param reachedNanos when the test voltage was reached; absent before
 */
public record Raising(double volts, long sinceNanos, Optional<Long> reachedNanos)
    implements DcState {
  /** ISO 15118-2 and -20: the vehicle waits 40 s for the cable check; we end before it. */
  public static final long CABLE_CHECK_NANOS = 38_000_000_000L;

  /** IEC 61851-23: pre-charge and test currents stay small. */
  static final double TEST_AMPS = 2;

  /** Our own: how near to the test voltage is near enough. */
  private static final double VOLTS_TOLERANCE = 10;

  @Override
  public DcState on(DcOrder order, DcView view, long nowNanos) {
    return switch (order) {
      case DcOrder.CableCheck check -> this;
      case DcOrder.EndCableCheck end -> new Lowering(Optional.empty());
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
    if (nowNanos - sinceNanos >= CABLE_CHECK_NANOS) {
      return new Broken(
          StationFault.CABLE_CHECK, "no isolation value within CABLE_CHECK_NANOS (38 s)");
    }
    if (reachedNanos.isEmpty()) {
      return Math.abs(view.converterVolts() - volts) <= VOLTS_TOLERANCE
          ? new Raising(volts, sinceNanos, Optional.of(nowNanos))
          : this;
    }
    // Only a value that was taken at the test voltage says anything about isolation.
    if (view.kiloOhms().isEmpty() || view.kiloOhmsAtNanos() - reachedNanos.get() <= 0) {
      return this;
    }
    double kiloOhms = view.kiloOhms().get();
    if (kiloOhms >= SupervisorConfig.KILO_OHMS_MIN) {
      return new Insulated(volts);
    }
    return new Broken(
        StationFault.CABLE_CHECK,
        String.format(
            Locale.ROOT,
            "isolation is %.0f kΩ, at least %.0f kΩ are needed (IEC 61851-23)",
            kiloOhms,
            SupervisorConfig.KILO_OHMS_MIN));
  }

  @Override
  public DcOutput output(DcView view) {
    return new DcOutput(true, DcState.hold(volts, TEST_AMPS), true, EvseView.Isolation.TESTING);
  }
}
