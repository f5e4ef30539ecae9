package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.simulator.ev.iso20.wire.Ending;
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
 * @param ending what comes after it
 */
public record PowerDeliveryStop(Ending ending) implements Iso20State {
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
    if (!(answer instanceof PowerDeliveryResponse)) {
      return unexpected(answer);
    }
    Iso20State next =
        talk.session().dc()
            ? new WeldingDetection(ending, false)
            : SessionStop.after(ending, talk.session());
    return new Turn.On<>(
        talk.session(),
        next,
        List.of(new EvEffect.Allow(0), new EvEffect.Contactor(false), new EvEffect.Ready(false)));
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
