package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.service.Service;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Optional;

/** Looks for DC_BPT if the vehicle can discharge, else or otherwise for DC. */
public record ServiceDiscovery() implements Iso20State {
  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new ServiceDiscoveryRequest(talk.session().header(context), Optional.empty());
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof ServiceDiscoveryResponse response)) {
      return unexpected(answer);
    }
    List<Integer> offered =
        response.energyTransferServiceList().service().stream().map(Service::serviceId).toList();
    if (context.config().protocols().bidirectional() && offered.contains(ServiceDetail.DC_BPT)) {
      return new Turn.On<>(talk.session(), new ServiceDetail(ServiceDetail.DC_BPT));
    }
    if (offered.contains(ServiceDetail.DC)) {
      return new Turn.On<>(talk.session(), new ServiceDetail(ServiceDetail.DC));
    }
    return new Turn.Fail<>("the charger offers services " + offered + ", no DC among them");
  }

  @Override
  public String phase() {
    return "setup";
  }
}
