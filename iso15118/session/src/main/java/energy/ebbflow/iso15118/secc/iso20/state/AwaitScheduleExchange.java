package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import energy.ebbflow.iso15118.secc.iso20.schedule.Schedules;
import java.util.OptionalLong;

/**
 * The limits are known; the vehicle says what its user needs and hears what it may plan with.
 *
 * @param deadlineNanos when the station plans without waiting any longer; empty before the first
 *     request
 */
public record AwaitScheduleExchange(OptionalLong deadlineNanos) implements Iso20State {
  static AwaitScheduleExchange first() {
    return new AwaitScheduleExchange(OptionalLong.empty());
  }

  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof ScheduleExchangeRequest;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    ScheduleExchangeRequest exchange = (ScheduleExchangeRequest) request;
    long deadline = deadlineNanos.orElse(turn.in(SeccTiming.PLAN_WAIT));
    if (turn.view().outlook().planPending() && !turn.reached(deadline)) {
      return Schedules.wait(exchange, turn, new AwaitScheduleExchange(OptionalLong.of(deadline)));
    }
    boolean dc = turn.data().chosen().service().isDc();
    return Schedules.exchange(
        exchange, turn, dc ? AwaitCableCheck.first() : new AwaitPowerDelivery());
  }
}
