package energy.ebbflow.iso15118.secc.din;

import energy.ebbflow.iso15118.message.din.status.AcEvseStatus;
import energy.ebbflow.iso15118.message.din.status.DcEvseStatus;
import energy.ebbflow.iso15118.message.din.status.DcEvseStatusCode;
import energy.ebbflow.iso15118.message.din.status.EvseNotification;
import energy.ebbflow.iso15118.message.din.status.IsolationLevel;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.Outlook;
import java.util.Optional;

/** The station's condition as every response of the standard carries it. */
public final class Statuses {
  private Statuses() {}

  /** The condition of a DC outlet. */
  public static DcEvseStatus dc(DinTurn turn) {
    return new DcEvseStatus(
        isolation(turn.view().isolation()), code(turn), 0, notification(turn.view().stop()));
  }

  private static DcEvseStatusCode code(DinTurn turn) {
    Optional<Stop> stop = turn.view().stop();
    if (turn.view().outlook().alarm().equals(Optional.of(Outlook.Alarm.EMERGENCY_STOP))) {
      return DcEvseStatusCode.EVSE_EMERGENCY_SHUTDOWN;
    }
    if (stop.equals(Optional.of(Stop.FAULT))) {
      return DcEvseStatusCode.EVSE_MALFUNCTION;
    }
    if (turn.view().outlook().alarm().equals(Optional.of(Outlook.Alarm.GRID_LOST))) {
      return DcEvseStatusCode.EVSE_UTILITY_INTERRUPT_EVENT;
    }
    if (stop.isPresent()) {
      return DcEvseStatusCode.EVSE_SHUTDOWN;
    }
    return turn.view().isolation() == Isolation.TESTING
        ? DcEvseStatusCode.EVSE_ISOLATION_MONITORING_ACTIVE
        : DcEvseStatusCode.EVSE_READY;
  }

  /** For refusals of the AC requests that the schema has and DIN 70121 does not use. */
  public static AcEvseStatus ac(DinTurn turn) {
    return new AcEvseStatus(
        turn.view().contactorsClosed(), false, 0, notification(turn.view().stop()));
  }

  private static EvseNotification notification(Optional<Stop> stop) {
    // There is no pause from the station's side: the session ends, and a new one may begin.
    return stop.isPresent() ? EvseNotification.STOP_CHARGING : EvseNotification.NONE;
  }

  private static Optional<IsolationLevel> isolation(Isolation isolation) {
    return switch (isolation) {
      case NOT_TESTED, TESTING -> Optional.empty();
      case VALID -> Optional.of(IsolationLevel.VALID);
      case INVALID -> Optional.of(IsolationLevel.INVALID);
    };
  }
}
