package energy.ebbflow.simulator.ev.din;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.service.PaymentOption;
import energy.ebbflow.iso15118.message.din.service.SelectedService;
import energy.ebbflow.iso15118.message.din.service.SelectedServiceList;
import energy.ebbflow.iso15118.message.din.service.ServicePaymentSelectionRequest;
import energy.ebbflow.iso15118.message.din.service.ServicePaymentSelectionResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Optional;

/** Takes the charging service, and says that the user pays by other means. */
public record ServicePaymentSelection() implements DinState {
  @Override
  public BodyElement body(DinSession session, EvContext context) {
    return new ServicePaymentSelectionRequest(
        PaymentOption.EXTERNAL_PAYMENT,
        new SelectedServiceList(
            List.of(new SelectedService(session.chargeService(), Optional.empty()))));
  }

  @Override
  public Turn<DinSession> heard(
      BodyElement answer, DinSession session, EvContext context, double seconds) {
    return answer instanceof ServicePaymentSelectionResponse
        ? on(new ContractAuthentication(), session)
        : unexpected(answer);
  }

  @Override
  public String phase() {
    return "setup";
  }
}
