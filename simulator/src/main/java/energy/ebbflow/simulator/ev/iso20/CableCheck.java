package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;

/** Waits in state C while the charger tests the isolation of cable and inlet. */
public record CableCheck() implements Iso20State {
  /** V2G_EVCC_CableCheck_Timeout. */
  static final double WAIT_SECONDS = 40;

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new DcCableCheckRequest(talk.session().header(context));
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof DcCableCheckResponse response)) {
      return unexpected(answer);
    }
    if (response.evseProcessing() == Processing.FINISHED) {
      return new Turn.On<>(talk.session(), new PreCharge(false));
    }
    if (talk.over(WAIT_SECONDS, context)) {
      return new Turn.Fail<>("the cable check took more than " + WAIT_SECONDS + " s");
    }
    return new Turn.Again<>(talk.session(), this, context.config().habits().pollSeconds());
  }

  @Override
  public String phase() {
    return "cableCheck";
  }
}
