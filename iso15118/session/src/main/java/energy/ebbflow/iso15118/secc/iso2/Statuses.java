package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.iso15118.message.iso2.MeterInfo;
import energy.ebbflow.iso15118.message.iso2.status.AcEvseStatus;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatus;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.message.iso2.status.EvseNotification;
import energy.ebbflow.iso15118.message.iso2.status.EvseStatus;
import energy.ebbflow.iso15118.message.iso2.status.IsolationLevel;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import java.util.Optional;

/** The station's condition as every response of the standard carries it. */
public final class Statuses {
  private Statuses() {}

  /** The status of the kind of current that was settled. */
  public static EvseStatus of(Iso2Turn turn) {
    return turn.data().dc() ? dc(turn) : ac(turn);
  }

  /**
   * For AC. A residual current opens the contactors before any message: it is never reported here.
   */
  public static AcEvseStatus ac(Iso2Turn turn) {
    return new AcEvseStatus(0, notification(turn), false);
  }

  /** For DC. */
  public static DcEvseStatus dc(Iso2Turn turn) {
    Optional<Stop> stop = turn.view().stop();
    DcEvseStatusCode code;
    if (stop.equals(Optional.of(Stop.FAULT))) {
      code = DcEvseStatusCode.EVSE_MALFUNCTION;
    } else if (stop.isPresent()) {
      code = DcEvseStatusCode.EVSE_SHUTDOWN;
    } else if (turn.view().isolation() == Isolation.TESTING) {
      code = DcEvseStatusCode.EVSE_ISOLATION_MONITORING_ACTIVE;
    } else {
      code = DcEvseStatusCode.EVSE_READY;
    }
    return new DcEvseStatus(0, notification(turn), isolation(turn.view().isolation()), code);
  }

  /**
   * The meter, where the station has one; towards the vehicle only: the message has one register.
   */
  public static Optional<MeterInfo> meter(Iso2Turn turn) {
    return turn.config()
        .meterId()
        .map(
            id ->
                new MeterInfo(
                    id,
                    Optional.of(Math.max(0, Math.round(turn.view().importedWattHours()))),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(turn.view().utcSeconds())));
  }

  private static EvseNotification notification(Iso2Turn turn) {
    // There is no pause from the station's side in -2: the session ends, and a new one may begin.
    return turn.view().stop().isPresent() ? EvseNotification.STOP_CHARGING : EvseNotification.NONE;
  }

  private static Optional<IsolationLevel> isolation(Isolation isolation) {
    return switch (isolation) {
      case NOT_TESTED, TESTING -> Optional.empty();
      case VALID -> Optional.of(IsolationLevel.VALID);
      case INVALID -> Optional.of(IsolationLevel.INVALID);
    };
  }
}
