package energy.ebbflow.simulator.ev.din;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Asks for the end of energy transfer, once its own current is gone. After the answer the vehicle
 * opens its contactor and goes back to state B.
 */
public record PowerDeliveryStop() implements DinState {
  @Override
  public BodyElement body(DinSession session, EvContext context) {
    return new PowerDeliveryRequest(
        false, Optional.empty(), PowerDeliveryStart.parameter(context, true));
  }

  @Override
  public Turn<DinSession> heard(
      BodyElement answer, DinSession session, EvContext context, double seconds) {
    if (!(answer instanceof PowerDeliveryResponse)) {
      return unexpected(answer);
    }
    return on(
        new WeldingDetection(),
        session.flowing(false),
        new EvEffect.Contactor(false),
        new EvEffect.Ready(false));
  }

  @Override
  public String phase() {
    return "stop";
  }

  @Override
  public boolean needsPilot() {
    return false;
  }

  @Override
  public Optional<TalkState<DinSession>> stopping(DinSession session, boolean pause) {
    return Optional.empty();
  }
}
