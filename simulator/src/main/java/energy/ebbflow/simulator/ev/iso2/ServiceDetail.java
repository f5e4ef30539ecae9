package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailResponse;
import energy.ebbflow.simulator.ev.iso2.wire.SaeService;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Turn;

/**
 * Asks for the details of each value-added service, one after the other; it takes the one that it
 * has a use for.
 */
public record ServiceDetail() implements Iso2State {
  /** ServiceDetailRes has more time than others, s. */
  static final double TIMEOUT_SECONDS = 5;

  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    return new ServiceDetailRequest(session.asking().getFirst());
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    if (!(answer instanceof ServiceDetailResponse response)) {
      return unexpected(answer);
    }
    int asked = session.asking().getFirst();
    if (response.serviceId() != asked) {
      return new Turn.Fail<>(
          "details of service " + asked + " asked for, those of " + response.serviceId() + " came");
    }
    Iso2Session known =
        session.detailed(
            SaeService.of(context.config())
                .filter(service -> service.serviceId() == asked && session.dc()));
    return known.asking().isEmpty()
        ? on(new PaymentServiceSelection(), known)
        : again(this, known, 0);
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
