package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOption;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionResponse;
import energy.ebbflow.iso15118.message.iso2.service.SelectedService;
import energy.ebbflow.iso15118.message.iso2.service.SelectedServiceList;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/** Tells which services it takes, and that the user pays by other means. */
public record PaymentServiceSelection() implements Iso2State {
  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    return new PaymentServiceSelectionRequest(
        PaymentOption.EXTERNAL_PAYMENT,
        new SelectedServiceList(
            session.selected().stream()
                .map(id -> new SelectedService(id, Optional.empty()))
                .toList()));
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    return answer instanceof PaymentServiceSelectionResponse
        ? on(new Authorization(), session)
        : unexpected(answer);
  }

  @Override
  public String phase() {
    return "setup";
  }
}
