package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.service.SelectedService;
import energy.ebbflow.iso15118.message.iso20.service.SelectedServiceList;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionResponse;
import energy.ebbflow.simulator.ev.iso20.wire.Service;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;

/** Tells which service and parameter set it takes. */
public record ServiceSelection() implements Iso20State {
  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    Service chosen = talk.session().service().orElseThrow();
    return new ServiceSelectionRequest(
        talk.session().header(context),
        new SelectedService(chosen.id(), chosen.parameterSetId()),
        talk.session()
            .parking()
            .parameterSetId()
            .map(
                set ->
                    new SelectedServiceList(
                        List.of(new SelectedService(Iso20Session.Parking.SERVICE, set)))));
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    return answer instanceof ServiceSelectionResponse
        ? new Turn.On<>(
            talk.session(),
            talk.session().parking().parameterSetId().isPresent()
                ? new VehicleCheckIn()
                : new ChargeParameterDiscovery())
        : unexpected(answer);
  }

  @Override
  public String phase() {
    return "setup";
  }
}
