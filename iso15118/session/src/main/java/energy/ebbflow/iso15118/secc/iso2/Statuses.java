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
import energy.ebbflow.iso15118.secc.Outlook;
import java.util.Optional;

/** The station's condition as every response of the standard carries it. */
public final class Statuses {
  private Statuses() {}

  /** The status of the kind of current that was settled. */
  public static EvseStatus of(Iso2Turn turn) {
    return of(turn, usual(turn));
  }

  /** The same with a notification of the charge loop. */
  public static EvseStatus of(Iso2Turn turn, EvseNotification notification) {
    return turn.data().dc() ? dc(turn, notification) : ac(turn, notification);
  }

  /** For AC. */
  public static AcEvseStatus ac(Iso2Turn turn) {
    return ac(turn, usual(turn));
  }

  /** For AC, with a notification of the charge loop. */
  public static AcEvseStatus ac(Iso2Turn turn, EvseNotification notification) {
    boolean residual =
        turn.view().outlook().alarm().equals(Optional.of(Outlook.Alarm.RESIDUAL_CURRENT));
    return new AcEvseStatus(delay(turn, notification), notification, residual);
  }

  /** For DC. */
  public static DcEvseStatus dc(Iso2Turn turn) {
    return dc(turn, usual(turn));
  }

  /** For DC, with a notification of the charge loop. */
  public static DcEvseStatus dc(Iso2Turn turn, EvseNotification notification) {
    return new DcEvseStatus(
        delay(turn, notification), notification, isolation(turn.view().isolation()), code(turn));
  }

  private static DcEvseStatusCode code(Iso2Turn turn) {
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

  /**
   * The meter, where the station has one; towards the vehicle only: the message has one register.
   */
  public static Optional<MeterInfo> meter(Iso2Turn turn) {
    Optional<Outlook.Reading> reading = turn.view().outlook().reading();
    return turn.config()
        .meterId()
        .map(
            id ->
                new MeterInfo(
                    id,
                    Optional.of(Math.max(0, Math.round(turn.view().importedWattHours()))),
                    reading.flatMap(Outlook.Reading::signature),
                    reading.flatMap(Outlook.Reading::status),
                    Optional.of(turn.view().utcSeconds())));
  }

  /**
   * The notification of an answer outside the charge loop; a vehicle ignores ReNegotiation there
   * [V2G2-680], [V2G2-841].
   */
  static EvseNotification usual(Iso2Turn turn) {
    // There is no pause from the station's side in -2: the session ends, and a new one may begin.
    return turn.view().stop().isPresent() ? EvseNotification.STOP_CHARGING : EvseNotification.NONE;
  }

  private static int delay(Iso2Turn turn, EvseNotification notification) {
    return notification == EvseNotification.NONE ? 0 : turn.config().iso2().notificationSeconds();
  }

  private static Optional<IsolationLevel> isolation(Isolation isolation) {
    return switch (isolation) {
      case NOT_TESTED, TESTING -> Optional.empty();
      case VALID -> Optional.of(IsolationLevel.VALID);
      case INVALID -> Optional.of(IsolationLevel.INVALID);
    };
  }
}
