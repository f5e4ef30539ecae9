package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckRequest;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import energy.ebbflow.iso15118.secc.iso20.loop.LoopStatus;
import energy.ebbflow.iso15118.secc.iso20.schedule.Schedules;

/**
 * The vehicle rests: contactors open, the session goes on. It repeats its
 * PowerDeliveryReq(Standby), and the answer tells when the station wants it back. An AC vehicle
 * comes back with a start; a DC vehicle tests its cable first, for the outlet is dead.
 *
 * @param dc direct current
 */
public record Standby(boolean dc) implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return switch (request) {
      case PowerDeliveryRequest delivery ->
          switch (delivery.chargeProgress()) {
            case STANDBY, STOP -> true;
            case START -> !dc;
            case SCHEDULE_RENEGOTIATION -> false;
          };
      case ScheduleExchangeRequest exchange -> true;
      case DcCableCheckRequest check -> dc;
      default -> false;
    };
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    return switch (request) {
      case ScheduleExchangeRequest exchange -> Schedules.exchange(exchange, turn, this);
      case DcCableCheckRequest check ->
          wantsToEnd(turn) ? ends() : AwaitCableCheck.first().on(check, turn);
      case PowerDeliveryRequest delivery when delivery.chargeProgress() == ChargeProgress.STANDBY ->
          Outcome.answer(
              new PowerDeliveryResponse(turn.header(), ResponseCode.OK, LoopStatus.standby(turn)),
              this,
              turn.data());
      case PowerDeliveryRequest delivery when delivery.chargeProgress() == ChargeProgress.START ->
          wantsToEnd(turn) ? ends() : PowerDelivery.beforeLoop(delivery, turn, this);
      default -> PowerDelivery.stop(turn, "the vehicle ends its standby");
    };
  }

  /** The end is asked for in the answers; the vehicle may bring it about in order. */
  @Override
  public boolean powerIsOver() {
    return true;
  }

  private static boolean wantsToEnd(Turn turn) {
    return turn.view().stop().isPresent();
  }

  private static Outcome ends() {
    return new Outcome.Refuse(
        ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED,
        "the station ends or pauses the session, the vehicle wants to leave its standby");
  }
}
