package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the end of energy transfer. The answer comes when the charger has brought the current to
 * zero; then the vehicle opens its contactor and goes back to state B.
 *
 * @param pause the session is to be resumed later
 */
public record PowerDeliveryStop(boolean pause) implements Iso20State {
  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new PowerDeliveryRequest(
        talk.session().header(context),
        Processing.FINISHED,
        ChargeProgress.STOP,
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    return answer instanceof PowerDeliveryResponse
        ? new Turn.On<>(
            talk.session(),
            new WeldingDetection(pause, false),
            List.of(new EvEffect.Contactor(false), new EvEffect.Ready(false)))
        : unexpected(answer);
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
