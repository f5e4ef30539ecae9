package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.parking.EvCheckOutStatus;
import energy.ebbflow.iso15118.message.iso20.parking.EvseCheckOutStatus;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckOutRequest;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckOutResponse;
import energy.ebbflow.simulator.ev.iso20.wire.Ending;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;

/** Tells that it leaves its place, and waits until the charger lets it go. */
public record VehicleCheckOut() implements Iso20State {
  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new VehicleCheckOutRequest(
        talk.session().header(context), EvCheckOutStatus.CHECK_OUT, context.time().utcSeconds());
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof VehicleCheckOutResponse response)) {
      return unexpected(answer);
    }
    if (response.evseCheckOutStatus() == EvseCheckOutStatus.COMPLETED
        || talk.over(ONGOING_SECONDS, context)) {
      return new Turn.On<>(talk.session(), new SessionStop(Ending.TERMINATE));
    }
    return new Turn.Again<>(talk.session(), this, context.config().habits().pollSeconds());
  }

  @Override
  public String phase() {
    return "stop";
  }

  @Override
  public boolean needsPilot() {
    return false;
  }
}
