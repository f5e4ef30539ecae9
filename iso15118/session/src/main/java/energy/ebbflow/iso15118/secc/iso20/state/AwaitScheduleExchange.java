package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Schedules;
import energy.ebbflow.iso15118.secc.iso20.Turn;

/** The limits are known; the vehicle says what its user needs and hears what it may plan with. */
public record AwaitScheduleExchange() implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof ScheduleExchangeRequest;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    boolean dc = turn.data().chosen().service().isDc();
    return Schedules.exchange(
        (ScheduleExchangeRequest) request,
        turn,
        dc ? AwaitCableCheck.first() : new AwaitPowerDelivery());
  }
}
