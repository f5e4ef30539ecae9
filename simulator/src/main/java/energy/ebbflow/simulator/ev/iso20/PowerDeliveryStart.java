package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/** Asks for energy. */
public record PowerDeliveryStart() implements TalkState {
  @Override
  public V2gMessage request(Talk talk, EvContext context) {
    return new PowerDeliveryRequest(
        talk.header(context),
        Processing.FINISHED,
        ChargeProgress.START,
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Turn answer(V2gMessage answer, Talk talk, EvContext context) {
    return answer instanceof PowerDeliveryResponse
        ? new Turn.On(talk, new ChargeLoop())
        : unexpected(answer);
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
