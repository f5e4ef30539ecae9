package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.service.ServiceList;
import energy.ebbflow.simulator.ev.iso20.wire.Service;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Optional;

/** Looks for DC_BPT or AC_BPT if the vehicle can discharge, else or otherwise for DC or AC. */
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
        response.energyTransferServiceList().service().stream()
            .map(energy.ebbflow.iso15118.message.iso20.service.Service::serviceId)
            .toList();
    Iso20Session session =
        talk.session()
            .with(
                talk.session()
                    .agreed()
                    .withServicesAgain(response.serviceRenegotiationSupported())
                    .withServices(context.wishes().services()));
    boolean parking =
        response.vasList().filter(list -> offers(list, Iso20Session.Parking.SERVICE)).isPresent();
    session = session.with(new Iso20Session.Parking(parking, Optional.empty()));
    boolean bidirectional = context.config().protocols().bidirectional();
    for (int wanted : Service.wanted(session.protocol(), bidirectional)) {
      if (offered.contains(wanted)) {
        return new Turn.On<>(session, new ServiceDetail(wanted));
      }
    }
    return new Turn.Fail<>(
        "the charger offers services "
            + offered
            + ", none of "
            + Service.wanted(session.protocol(), bidirectional)
            + " among them");
  }

  private static boolean offers(ServiceList list, int id) {
    return list.service().stream().anyMatch(service -> service.serviceId() == id);
  }

  @Override
  public String phase() {
    return "setup";
  }
}
