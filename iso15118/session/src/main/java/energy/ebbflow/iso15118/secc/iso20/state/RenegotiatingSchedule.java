package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import energy.ebbflow.iso15118.secc.iso20.schedule.Schedules;

/**
 * The vehicle said that it renegotiates its schedule. Energy goes on as before; the exchange and
 * the computing of a new profile may take as long as before the loop. The vehicle comes back with
 * PowerDeliveryReq(Start), or with the next request of its loop.
 *
 * @param loop where it comes back to
 */
public record RenegotiatingSchedule(Iso20State loop) implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return loop.expects(request);
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    return request instanceof ScheduleExchangeRequest exchange
        ? Schedules.exchange(exchange, turn, this)
        : loop.on(request, turn);
  }

  @Override
  public Outcome tick(Turn turn) {
    return loop.tick(turn);
  }

  @Override
  public boolean stoppable() {
    return false;
  }
}
