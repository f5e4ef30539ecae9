package energy.ebbflow.simulator.ev.iso2.wire;

import energy.ebbflow.iso15118.message.iso2.status.AcEvseStatus;
import energy.ebbflow.iso15118.message.iso2.status.DcEvErrorCode;
import energy.ebbflow.iso15118.message.iso2.status.DcEvStatus;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatus;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.message.iso2.status.EvseNotification;
import energy.ebbflow.iso15118.message.iso2.status.EvseStatus;
import energy.ebbflow.iso15118.message.iso2.status.IsolationLevel;
import energy.ebbflow.simulator.ev.charging.DcBattery;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/** The vehicle's own status, and what it makes of the charger's. */
public final class Status {
  /** What the charger's status asks the vehicle to do. */
  public enum Wish {
    /** Go on. */
    NONE,
    /** End in order. */
    STOP,
    /** Ask for new schedules. */
    RENEGOTIATE
  }

  private Status() {}

  public static DcEvStatus own(EvContext context) {
    return new DcEvStatus(true, DcEvErrorCode.NO_ERROR, DcBattery.soc(context));
  }

  /** Why the vehicle goes away at once; empty where it need not. */
  public static Optional<String> danger(EvseStatus status) {
    return switch (status) {
      case AcEvseStatus ac ->
          ac.rcd() ? Optional.of("the charger reports a residual current") : Optional.empty();
      case DcEvseStatus dc -> danger(dc);
    };
  }

  private static Optional<String> danger(DcEvseStatus status) {
    boolean fault = isolation(status, IsolationLevel.FAULT);
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
          fault ? Optional.of("the charger reports an isolation fault") : Optional.empty();
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

  /** The charger wants the end, in order; looked at before energy flows. */
  public static boolean stops(EvseStatus status) {
    boolean code =
        status instanceof DcEvseStatus dc
            && switch (dc.evseStatusCode()) {
              case EVSE_SHUTDOWN, EVSE_UTILITY_INTERRUPT_EVENT -> true;
              case EVSE_NOT_READY,
                  EVSE_READY,
                  EVSE_ISOLATION_MONITORING_ACTIVE,
                  EVSE_EMERGENCY_SHUTDOWN,
                  EVSE_MALFUNCTION,
                  RESERVED_8,
                  RESERVED_9,
                  RESERVED_A,
                  RESERVED_B,
                  RESERVED_C ->
                  false;
            };
    return code || notification(status) == EvseNotification.STOP_CHARGING;
  }

  /** What a status in the loop asks for [V2G2-841]. */
  public static Wish wish(EvseStatus status) {
    boolean notReady =
        status instanceof DcEvseStatus dc && dc.evseStatusCode() == DcEvseStatusCode.EVSE_NOT_READY;
    if (notReady || stops(status)) {
      return Wish.STOP;
    }
    return notification(status) == EvseNotification.RE_NEGOTIATION ? Wish.RENEGOTIATE : Wish.NONE;
  }

  private static EvseNotification notification(EvseStatus status) {
    return switch (status) {
      case AcEvseStatus ac -> ac.evseNotification();
      case DcEvseStatus dc -> dc.evseNotification();
    };
  }
}
