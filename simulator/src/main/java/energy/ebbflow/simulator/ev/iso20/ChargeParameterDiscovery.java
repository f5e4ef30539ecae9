package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryResponse;
import energy.ebbflow.simulator.ev.model.EvContext;

/** Exchanges the limits by design. */
public record ChargeParameterDiscovery() implements TalkState {
  @Override
  public V2gMessage request(Talk talk, EvContext context) {
    return new DcChargeParameterDiscoveryRequest(
        talk.header(context), Limits.byDesign(context.config(), talk.bidirectional()));
  }

  @Override
  public Turn answer(V2gMessage answer, Talk talk, EvContext context) {
    return answer instanceof DcChargeParameterDiscoveryResponse
        ? new Turn.On(talk, new ScheduleExchange())
        : unexpected(answer);
  }

  @Override
  public String phase() {
    return "setup";
  }
}
