package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.service.Parameter;
import energy.ebbflow.iso15118.message.iso20.service.ParameterSet;
import energy.ebbflow.iso15118.message.iso20.service.ParameterValue.IntValue;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Reads the parameter sets of a service and takes the first with dynamic control.
 *
 * @param serviceId ISO 15118-20 Table 204: 2 is DC, 6 is DC_BPT
 */
public record ServiceDetail(int serviceId) implements Iso20State {
  static final int DC = 2;
  static final int DC_BPT = 6;

  private static final String CONTROL_MODE = "ControlMode";
  private static final int DYNAMIC = 2;

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
    Optional<ParameterSet> dynamic =
        response.serviceParameterList().parameterSet().stream()
            .filter(set -> set.parameter().stream().anyMatch(ServiceDetail::isDynamic))
            .findFirst();
    if (dynamic.isEmpty()) {
      return new Turn.Fail<>("the charger offers no dynamic control for service " + serviceId);
    }
    Iso20Session.ChosenService chosen =
        new Iso20Session.ChosenService(serviceId, dynamic.get().parameterSetId());
    return new Turn.On<>(talk.session().withService(chosen), new ServiceSelection());
  }

  private static boolean isDynamic(Parameter parameter) {
    return parameter.name().equals(CONTROL_MODE)
        && parameter.parameterValue() instanceof IntValue number
        && number.value() == DYNAMIC;
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
