package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;

/** Exchanges the limits by design. */
public record ChargeParameterDiscovery() implements Iso20State {
  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new DcChargeParameterDiscoveryRequest(
        talk.session().header(context),
        Limits.byDesign(context.config(), talk.session().bidirectional()));
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    return answer instanceof DcChargeParameterDiscoveryResponse
        ? new Turn.On<>(talk.session(), new ScheduleExchange())
        : unexpected(answer);
  }

  @Override
  public String phase() {
    return "setup";
  }
}
