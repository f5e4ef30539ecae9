package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.service.ParameterSet;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailResponse;
import energy.ebbflow.simulator.ev.iso20.wire.Service;
import energy.ebbflow.simulator.ev.model.EvConfig.Iso20Wishes;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Reads the parameter sets of a service and takes the one that the vehicle likes most. A vehicle
 * that checks in asks for those of the parking status, too.
 *
 * @param serviceId ISO 15118-20 Table 204: 1 is AC, 2 DC, 5 AC_BPT, 6 DC_BPT, 66 the parking status
 */
public record ServiceDetail(int serviceId) implements Iso20State {
  /** ServiceDetailReq has a longer time-out than the others. */
  static final double TIMEOUT_SECONDS = 5;

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new ServiceDetailRequest(talk.session().header(context), serviceId);
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof ServiceDetailResponse response)) {
      return unexpected(answer);
    }
    if (response.serviceId() != serviceId) {
      return new Turn.Fail<>(
          "asked for service " + serviceId + ", the charger told of " + response.serviceId());
    }
    if (serviceId == Iso20Session.Parking.SERVICE) {
      ParameterSet first = response.serviceParameterList().parameterSet().getFirst();
      return new Turn.On<>(
          talk.session().with(new Iso20Session.Parking(true, Optional.of(first.parameterSetId()))),
          new ServiceSelection());
    }
    Iso20Wishes wishes = context.config().iso20();
    Optional<Service> best =
        Service.best(serviceId, response.serviceParameterList().parameterSet(), wishes);
    return best.isPresent()
        ? new Turn.On<>(
            talk.session().withService(best.get()),
            wishes.checksIn() && talk.session().parking().offered()
                ? new ServiceDetail(Iso20Session.Parking.SERVICE)
                : new ServiceSelection())
        : new Turn.Fail<>(
            "the charger offers no control of " + wishes.control() + " for service " + serviceId);
  }

  @Override
  public double timeoutSeconds() {
    return TIMEOUT_SECONDS;
  }

  @Override
  public String phase() {
    return "setup";
  }
}
