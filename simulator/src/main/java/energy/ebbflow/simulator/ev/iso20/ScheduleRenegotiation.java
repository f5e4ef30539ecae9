package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Optional;

/** Asks for another schedule while energy flows: the charger wished it, or the user's needs did. */
public record ScheduleRenegotiation() implements Iso20State {
  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new PowerDeliveryRequest(
        talk.session().header(context),
        Processing.FINISHED,
        ChargeProgress.SCHEDULE_RENEGOTIATION,
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof PowerDeliveryResponse response)) {
      return unexpected(answer);
    }
    Iso20Session session =
        talk.session().with(talk.session().agreed().withSchedules(context.wishes().schedules()));
    if (response.responseCode() == ResponseCode.WARNING_SCHEDULE_RENEGOTIATION_FAILED) {
      EvEffect note = new EvEffect.Note("the charger keeps its schedule");
      return new Turn.On<>(session, ChargeLoop.of(session), List.of(note));
    }
    return new Turn.On<>(session, new ScheduleExchange(true));
  }

  @Override
  public String phase() {
    return "charge";
  }

  @Override
  public boolean energised() {
    return true;
  }
}
