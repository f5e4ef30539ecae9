package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.service.SelectedService;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/** Tells which service and parameter set it takes. */
public record ServiceSelection() implements TalkState {
  @Override
  public V2gMessage request(Talk talk, EvContext context) {
    Talk.ChosenService chosen = talk.service().orElseThrow();
    return new ServiceSelectionRequest(
        talk.header(context),
        new SelectedService(chosen.serviceId(), chosen.parameterSetId()),
        Optional.empty());
  }

  @Override
  public Turn answer(V2gMessage answer, Talk talk, EvContext context) {
    return answer instanceof ServiceSelectionResponse
        ? new Turn.On(talk, new ChargeParameterDiscovery())
        : unexpected(answer);
  }

  @Override
  public String phase() {
    return "setup";
  }
}
