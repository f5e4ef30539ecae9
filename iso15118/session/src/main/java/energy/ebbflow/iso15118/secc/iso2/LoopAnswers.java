package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusResponse;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.message.iso2.status.EvseNotification;
import java.util.Optional;

/** The answers of the charge loops. */
public final class LoopAnswers {
  /** A limit counts as reached from this share of it on. */
  private static final double REACHED_SHARE = 0.99;

  private LoopAnswers() {}

  /** DC: what flows now, and the limits of the moment. */
  public static CurrentDemandResponse demand(
      Iso2Turn turn, EvseNotification notification, boolean receipt) {
    CurrentDemandResponse standard = demand(ResponseCode.OK, turn, notification, true, receipt);
    return turn.data().dialect().map(d -> d.answer(standard, turn.view())).orElse(standard);
  }

  /** DC: the request was refused. */
  static CurrentDemandResponse refusedDemand(ResponseCode code, Iso2Turn turn) {
    return demand(code, turn, Statuses.usual(turn), false, false);
  }

  /** AC: the current limit of the moment. */
  public static ChargingStatusResponse status(
      Iso2Turn turn, EvseNotification notification, boolean receipt) {
    return status(ResponseCode.OK, turn, notification, true, receipt);
  }

  /** AC: the request was refused. */
  static ChargingStatusResponse refusedStatus(ResponseCode code, Iso2Turn turn) {
    return status(code, turn, Statuses.usual(turn), false, false);
  }

  /** Whether a value has come to its limit; both are looked at without their sign. */
  public static boolean reached(double value, double limit) {
    return Math.abs(value) > 0 && Math.abs(value) >= REACHED_SHARE * Math.abs(limit);
  }

  private static CurrentDemandResponse demand(
      ResponseCode code,
      Iso2Turn turn,
      EvseNotification notification,
      boolean meter,
      boolean receipt) {
    var view = turn.view();
    var limits = view.envelope();
    return new CurrentDemandResponse(
        code,
        Statuses.dc(turn, notification),
        Physical.volts(view.volts()),
        Physical.amps(view.amps()),
        reached(view.amps(), limits.chargeAmpsMax()),
        reached(view.volts(), limits.voltsMax()),
        reached(view.volts() * view.amps(), limits.chargeWattsMax()),
        Optional.of(Physical.voltsLimit(limits.voltsMax())),
        Optional.of(Physical.ampsLimit(limits.chargeAmpsMax())),
        Optional.of(Physical.wattsLimit(limits.chargeWattsMax())),
        Iso2Offers.evseId(view),
        turn.data().agreement().chosen(),
        meter ? Statuses.meter(turn) : Optional.empty(),
        // Under external identification it is left out, but for stations that want receipts.
        receipt ? Optional.of(true) : Optional.empty());
  }

  private static ChargingStatusResponse status(
      ResponseCode code,
      Iso2Turn turn,
      EvseNotification notification,
      boolean meter,
      boolean receipt) {
    return new ChargingStatusResponse(
        code,
        Iso2Offers.evseId(turn.view()),
        turn.data().agreement().chosen(),
        Optional.of(Physical.ampsLimit(Iso2Offers.acAmps(turn.view(), turn.config().ac()))),
        meter ? Statuses.meter(turn) : Optional.empty(),
        // [V2G2-691]: false under external identification.
        Optional.of(receipt),
        Statuses.ac(turn, notification));
  }
}
