package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.service.ParameterSet;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOption;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionResponse;
import energy.ebbflow.iso15118.message.iso2.service.SelectedService;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.message.iso2.service.ServiceParameterList;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.iso15118.secc.extension.Iso2Dialect;
import energy.ebbflow.iso15118.secc.iso2.Iso2Data;
import energy.ebbflow.iso15118.secc.iso2.Iso2Offers;
import energy.ebbflow.iso15118.secc.iso2.Iso2Options.AddedService;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import java.util.ArrayList;
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
    Optional<AddedService> added = find(request.serviceId(), turn);
    if (request.serviceId() != Iso2Offers.CHARGE_SERVICE && added.isEmpty()) {
      // [V2G2-425]: the service was not in the list.
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED_SERVICE_ID_INVALID,
          "details wanted of service " + request.serviceId() + ", which was not offered");
    }
    return Iso2Outcome.answer(
        new ServiceDetailResponse(
            ResponseCode.OK,
            request.serviceId(),
            added
                .map(AddedService::parameters)
                .filter(sets -> !sets.isEmpty())
                .map(ServiceParameterList::new)),
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
    List<SelectedService> added =
        services.stream().filter(s -> s.serviceId() != Iso2Offers.CHARGE_SERVICE).toList();
    List<SeccEffect> effects = new ArrayList<>();
    Iso2Data data = turn.data();
    for (SelectedService service : added) {
      Optional<String> wrong = objection(service, turn);
      Optional<Iso2Dialect> dialect = Iso2Offers.dialect(service.serviceId(), turn);
      if (wrong.isEmpty() && dialect.isPresent() && data.dialect().isPresent()) {
        wrong = Optional.of("two services selected that exclude each other");
      }
      if (wrong.isPresent()) {
        return new Iso2Outcome.Refuse(ResponseCode.FAILED_SERVICE_SELECTION_INVALID, wrong.get());
      }
      data = dialect.isPresent() ? data.speaking(dialect.get()) : data;
      effects.add(
          new VehicleWord.ServiceAdded(service.serviceId(), service.parameterSetId().orElse(0)));
    }
    return new Iso2Outcome.Answer(
        new PaymentServiceSelectionResponse(ResponseCode.OK),
        AwaitAuthorization.first(),
        data,
        effects);
  }

  /** [V2G2-467]: services, and sets of their parameters, that were not offered. */
  private static Optional<String> objection(SelectedService selected, Iso2Turn turn) {
    Optional<AddedService> offered = find(selected.serviceId(), turn);
    if (offered.isEmpty()) {
      return Optional.of("service " + selected.serviceId() + " selected, which was not offered");
    }
    List<ParameterSet> sets = offered.get().parameters();
    return selected
        .parameterSetId()
        // A service without sets has none to be wrong about: vehicles say 0 there.
        .filter(id -> !sets.isEmpty() && sets.stream().noneMatch(s -> s.parameterSetId() == id))
        .map(
            id ->
                "parameter set "
                    + id
                    + " of service "
                    + selected.serviceId()
                    + " selected, which was not offered");
  }

  private static Optional<AddedService> find(int serviceId, Iso2Turn turn) {
    return Iso2Offers.added(turn).stream()
        .filter(added -> added.service().serviceId() == serviceId)
        .findFirst();
  }
}
