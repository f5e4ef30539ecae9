package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckResponse;
import energy.ebbflow.simulator.ev.model.EvContext;

/** Waits in state C while the charger tests the isolation of cable and inlet. */
public record CableCheck() implements TalkState {
  /** V2G_EVCC_CableCheck_Timeout. */
  static final double WAIT_SECONDS = 40;

  @Override
  public V2gMessage request(Talk talk, EvContext context) {
    return new DcCableCheckRequest(talk.header(context));
  }

  @Override
  public Turn answer(V2gMessage answer, Talk talk, EvContext context) {
    if (!(answer instanceof DcCableCheckResponse response)) {
      return unexpected(answer);
    }
    if (response.evseProcessing() == Processing.FINISHED) {
      return new Turn.On(talk, new PreCharge(false));
    }
    if (context.nanos() - talk.enteredNanos() > EvContext.nanosOf(WAIT_SECONDS)) {
      return new Turn.Fail("the cable check took more than " + WAIT_SECONDS + " s");
    }
    return new Turn.Again(this, context.config().habits().pollSeconds());
  }

  @Override
  public String phase() {
    return "cableCheck";
  }
}
