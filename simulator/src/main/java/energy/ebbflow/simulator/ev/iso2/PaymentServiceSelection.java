package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOption;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionResponse;
import energy.ebbflow.iso15118.message.iso2.service.SelectedService;
import energy.ebbflow.iso15118.message.iso2.service.SelectedServiceList;
import energy.ebbflow.simulator.ev.exchange.Turn;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/** Tells which services it takes, and that the user pays by other means. */
public record PaymentServiceSelection() implements Iso2State {
  @Override
  public BodyElement request(Iso2Learnt learnt, EvContext context) {
    return new PaymentServiceSelectionRequest(
        PaymentOption.EXTERNAL_PAYMENT,
        new SelectedServiceList(
            learnt.selected().stream().map(id -> new SelectedService(id, Optional.empty())).toList()));
  }

  @Override
  public Turn<BodyElement, Iso2Learnt> answer(
      BodyElement answer, Iso2Learnt learnt, EvContext context, double seconds) {
    return answer instanceof PaymentServiceSelectionResponse
        ? Turn.on(new Authorization(), learnt)
        : unexpected(answer);
  }

  @Override
  public String phase() {
    return "setup";
  }
}
