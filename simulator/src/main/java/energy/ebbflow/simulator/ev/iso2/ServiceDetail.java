package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailResponse;
import energy.ebbflow.simulator.ev.exchange.Turn;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/**
 * Asks for the details of each value-added service, one after the other; it takes the one that it
 * has a use for.
 */
public record ServiceDetail() implements Iso2State {
  /** ServiceDetailRes has more time than others, s. */
  static final double TIMEOUT_SECONDS = 5;

  @Override
  public BodyElement request(Iso2Learnt learnt, EvContext context) {
    return new ServiceDetailRequest(learnt.asking().getFirst());
  }

  @Override
  public Turn<BodyElement, Iso2Learnt> answer(
      BodyElement answer, Iso2Learnt learnt, EvContext context, double seconds) {
    if (!(answer instanceof ServiceDetailResponse response)) {
      return unexpected(answer);
    }
    int asked = learnt.asking().getFirst();
    if (response.serviceId() != asked) {
      return new Turn.Fail<>(
          "details of service " + asked + " asked for, those of " + response.serviceId() + " came");
    }
    Optional<SaeMode> wanted =
        Abilities.of(context.config())
            .sae()
            .filter(mode -> mode.serviceId() == asked && learnt.dc());
    Iso2Learnt known = learnt.detailed(wanted.isPresent(), wanted);
    return known.asking().isEmpty()
        ? Turn.on(new PaymentServiceSelection(), known)
        : Turn.again(this, known, 0);
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
