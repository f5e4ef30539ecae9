package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailResponse;
import energy.ebbflow.simulator.ev.iso20.wire.Service;
import energy.ebbflow.simulator.ev.model.EvConfig.Iso20Wishes;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Reads the parameter sets of a service and takes the one that the vehicle likes most.
 *
 * @param serviceId ISO 15118-20 Table 204: 1 is AC, 2 DC, 5 AC_BPT, 6 DC_BPT
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
    Iso20Wishes wishes = context.config().iso20();
    Optional<Service> best =
        Service.best(serviceId, response.serviceParameterList().parameterSet(), wishes);
    return best.isPresent()
        ? new Turn.On<>(talk.session().withService(best.get()), new ServiceSelection())
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
