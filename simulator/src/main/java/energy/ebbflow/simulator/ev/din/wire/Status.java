package energy.ebbflow.simulator.ev.din.wire;

import energy.ebbflow.iso15118.message.din.status.AcEvseStatus;
import energy.ebbflow.iso15118.message.din.status.DcEvErrorCode;
import energy.ebbflow.iso15118.message.din.status.DcEvStatus;
import energy.ebbflow.iso15118.message.din.status.DcEvseStatus;
import energy.ebbflow.iso15118.message.din.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.message.din.status.EvseNotification;
import energy.ebbflow.iso15118.message.din.status.EvseStatus;
import energy.ebbflow.iso15118.message.din.status.IsolationLevel;
import energy.ebbflow.simulator.ev.charging.DcBattery;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/** The vehicle's own status, and what it makes of the charger's. */
public final class Status {
  private Status() {}

  public static DcEvStatus own(EvContext context) {
    return new DcEvStatus(
        true, Optional.empty(), Optional.empty(), DcEvErrorCode.NO_ERROR, DcBattery.soc(context));
  }

  /** Why the vehicle goes away at once; empty where it need not. */
  public static Optional<String> danger(EvseStatus status) {
    return switch (status) {
      case AcEvseStatus _ -> Optional.of("the charger's status is one of AC");
      case DcEvseStatus dc -> danger(dc);
    };
  }

  private static Optional<String> danger(DcEvseStatus status) {
    return switch (status.evseStatusCode()) {
      case EVSE_EMERGENCY_SHUTDOWN, EVSE_MALFUNCTION ->
          Optional.of("the charger reports " + status.evseStatusCode().wireName());
      case EVSE_NOT_READY,
          EVSE_READY,
          EVSE_SHUTDOWN,
          EVSE_UTILITY_INTERRUPT_EVENT,
          EVSE_ISOLATION_MONITORING_ACTIVE,
          RESERVED_8,
          RESERVED_9,
          RESERVED_A,
          RESERVED_B,
          RESERVED_C ->
          isolation(status, IsolationLevel.FAULT)
              ? Optional.of("the charger reports an isolation fault")
              : Optional.empty();
    };
  }

  private static boolean isolation(DcEvseStatus status, IsolationLevel level) {
    return status.evseIsolationStatus().equals(Optional.of(level));
  }

  /** The same while energy flows: before it "invalid" is only the word for "not tested yet". */
  public static Optional<String> dangerInLoop(DcEvseStatus status) {
    return danger(status)
        .or(
            () ->
                isolation(status, IsolationLevel.INVALID)
                    ? Optional.of("the isolation is not valid any more")
                    : Optional.empty());
  }

  /** The charger wants the end, in order; "not ready" is no reason before energy flows. */
  public static boolean stops(DcEvseStatus status) {
    return status.evseNotification() == EvseNotification.STOP_CHARGING
        || status.evseStatusCode() == DcEvseStatusCode.EVSE_SHUTDOWN
        || status.evseStatusCode() == DcEvseStatusCode.EVSE_UTILITY_INTERRUPT_EVENT;
  }

  /** The same while energy flows. */
  public static boolean stopsLoop(DcEvseStatus status) {
    return stops(status) || status.evseStatusCode() == DcEvseStatusCode.EVSE_NOT_READY;
  }
}
