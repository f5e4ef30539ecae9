package energy.ebbflow.iso15118.secc.din.state;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.service.PaymentOption;
import energy.ebbflow.iso15118.message.din.service.SelectedService;
import energy.ebbflow.iso15118.message.din.service.ServicePaymentSelectionRequest;
import energy.ebbflow.iso15118.message.din.service.ServicePaymentSelectionResponse;
import energy.ebbflow.iso15118.secc.din.DinOffers;
import energy.ebbflow.iso15118.secc.din.DinOutcome;
import energy.ebbflow.iso15118.secc.din.DinState;
import energy.ebbflow.iso15118.secc.din.DinTurn;
import java.util.List;

/** The vehicle knows the service [V2G-DC-441]; it chooses it and the way to pay. */
public record AwaitPaymentSelection() implements DinState {
  @Override
  public boolean expects(BodyElement request) {
    return request instanceof ServicePaymentSelectionRequest;
  }

  @Override
  public DinOutcome on(BodyElement message, DinTurn turn) {
    ServicePaymentSelectionRequest request = (ServicePaymentSelectionRequest) message;
    if (request.selectedPaymentOption() != PaymentOption.EXTERNAL_PAYMENT) {
      // [V2G-DC-395]
      return new DinOutcome.Refuse(
          ResponseCode.FAILED_PAYMENT_SELECTION_INVALID,
          request.selectedPaymentOption() + " selected, ExternalPayment was offered");
    }
    List<SelectedService> services = request.selectedServiceList().selectedService();
    if (services.size() != 1 || services.getFirst().serviceId() != DinOffers.CHARGE_SERVICE) {
      // [V2G-DC-396]; the list has one entry [V2G-DC-635].
      return new DinOutcome.Refuse(
          ResponseCode.FAILED_SERVICE_SELECTION_INVALID,
          "the one service that was offered has to be selected, and no other");
    }
    return DinOutcome.answer(
        new ServicePaymentSelectionResponse(ResponseCode.OK),
        AwaitContractAuthentication.first(),
        turn.data());
  }
}
