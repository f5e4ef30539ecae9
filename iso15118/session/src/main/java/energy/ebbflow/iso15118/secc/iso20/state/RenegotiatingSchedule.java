package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import energy.ebbflow.iso15118.secc.iso20.schedule.Schedules;
import java.util.List;

/**
 * The vehicle said that it renegotiates its schedule. Energy goes on as before; the exchange and
 * the computing of a new profile may take as long as before the loop. The vehicle comes back with
 * PowerDeliveryReq(Start), or with the next request of its loop.
 *
 * <p>A DC current that nobody watches ends after {@link SeccTiming#UNATTENDED_CURRENT}; a request
 * of the loop brings it back. An AC vehicle draws its current itself, and the pilot line watches
 * it.
 *
 * @param loop where it comes back to
 * @param unattendedNanos when the vehicle has been silent for too long to let current flow
 * @param resting no current flows any more
 */
public record RenegotiatingSchedule(Iso20State loop, long unattendedNanos, boolean resting)
    implements Iso20State {
  /** The vehicle has just said so. */
  static RenegotiatingSchedule begin(Iso20State loop, Turn turn) {
    return new RenegotiatingSchedule(loop, turn.in(SeccTiming.UNATTENDED_CURRENT), false);
  }

  @Override
  public boolean expects(Iso20Request request) {
    return loop.expects(request);
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    return switch (request) {
      case ScheduleExchangeRequest exchange -> Schedules.exchange(exchange, turn, heard(turn));
      // A vehicle that still computes its profile says so and asks again, as before the loop.
      case PowerDeliveryRequest delivery
          when delivery.chargeProgress() == ChargeProgress.START
              && delivery.evProcessing() == Processing.ONGOING ->
          PowerDelivery.answer(turn, ResponseCode.OK, heard(turn));
      default -> loop.on(request, turn);
    };
  }

  /** A word of the exchange is a sign of life, but only the loop says which current is wanted. */
  private RenegotiatingSchedule heard(Turn turn) {
    return resting ? this : begin(loop, turn);
  }

  @Override
  public Outcome tick(Turn turn) {
    boolean direct = turn.data().chosen().service().isDc();
    if (!direct || resting || !turn.reached(unattendedNanos)) {
      return loop.tick(turn);
    }
    VehicleState vehicle = turn.data().vehicle().resting();
    return new Outcome.Hold(
        new RenegotiatingSchedule(loop, unattendedNanos, true),
        turn.data().withVehicle(vehicle),
        List.of(new SeccEffect.VehicleReport(vehicle)));
  }

  @Override
  public boolean stoppable() {
    return false;
  }
}
