package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOption;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionResponse;
import energy.ebbflow.iso15118.message.iso2.service.SelectedService;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.secc.iso2.Iso2Offers;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import java.util.List;
import java.util.Optional;

/** The vehicle knows the services; it asks for details or chooses service and payment. */
public record AwaitPaymentSelection() implements Iso2State {
  @Override
  public boolean expects(BodyElement request) {
    return request instanceof ServiceDetailRequest
        || request instanceof PaymentServiceSelectionRequest;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    return request instanceof ServiceDetailRequest detail
        ? detail(detail, turn)
        : select((PaymentServiceSelectionRequest) request, turn);
  }

  private Iso2Outcome detail(ServiceDetailRequest request, Iso2Turn turn) {
    if (request.serviceId() != Iso2Offers.CHARGE_SERVICE) {
      // [V2G2-425]: the service was not in the list.
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED_SERVICE_ID_INVALID,
          "details wanted of service " + request.serviceId() + ", which was not offered");
    }
    return Iso2Outcome.answer(
        new ServiceDetailResponse(ResponseCode.OK, request.serviceId(), Optional.empty()),
        this,
        turn.data());
  }

  private static Iso2Outcome select(PaymentServiceSelectionRequest request, Iso2Turn turn) {
    if (request.selectedPaymentOption() != PaymentOption.EXTERNAL_PAYMENT) {
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED_PAYMENT_SELECTION_INVALID,
          request.selectedPaymentOption() + " selected, ExternalPayment was offered");
    }
    List<SelectedService> services = request.selectedServiceList().selectedService();
    if (services.stream().noneMatch(s -> s.serviceId() == Iso2Offers.CHARGE_SERVICE)) {
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED_NO_CHARGE_SERVICE_SELECTED, "no charge service selected");
    }
    if (services.stream().anyMatch(s -> s.serviceId() != Iso2Offers.CHARGE_SERVICE)) {
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED_SERVICE_SELECTION_INVALID, "services selected that were not offered");
    }
    return Iso2Outcome.answer(
        new PaymentServiceSelectionResponse(ResponseCode.OK),
        AwaitAuthorization.first(),
        turn.data());
  }
}
