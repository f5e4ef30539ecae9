package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.service.SelectedService;
import energy.ebbflow.iso15118.message.iso20.service.SelectedServiceList;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import energy.ebbflow.iso15118.secc.iso20.Iso20Data;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Selection;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options;
import energy.ebbflow.iso15118.secc.iso20.offer.ValueAddedService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The vehicle knows at least one service; it asks for more, or chooses. */
public record AwaitServiceSelection() implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof ServiceDetailRequest || request instanceof ServiceSelectionRequest;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    return request instanceof ServiceDetailRequest detail
        ? AwaitServiceDetail.detail(detail, turn)
        : select((ServiceSelectionRequest) request, turn);
  }

  private static Outcome select(ServiceSelectionRequest request, Turn turn) {
    SelectedService selected = request.selectedEnergyTransferService();
    if (turn.offers().energy(selected.serviceId()).isEmpty()) {
      return new Outcome.Refuse(
          ResponseCode.FAILED_NO_ENERGY_TRANSFER_SERVICE_SELECTED,
          "service " + selected.serviceId() + " selected, which is no energy service offered");
    }
    Optional<Selection> chosen = turn.offers().selection(selected);
    if (chosen.isEmpty()) {
      return new Outcome.Refuse(
          ResponseCode.FAILED_SERVICE_SELECTION_INVALID,
          "parameter set "
              + selected.parameterSetId()
              + " of service "
              + selected.serviceId()
              + " selected, which was not offered");
    }
    List<SelectedService> added =
        request.selectedVasList().map(SelectedServiceList::selectedService).orElse(List.of());
    for (SelectedService service : added) {
      if (turn.offers()
          .valueAdded(service.serviceId())
          .filter(offered -> offered.offers(service.parameterSetId()))
          .isEmpty()) {
        return new Outcome.Refuse(
            ResponseCode.FAILED_SERVICE_SELECTION_INVALID,
            "value-added service "
                + service.serviceId()
                + " with parameter set "
                + service.parameterSetId()
                + " selected, which was not offered");
      }
    }
    return selected(chosen.get(), added, turn);
  }

  private static Outcome selected(Selection selection, List<SelectedService> added, Turn turn) {
    Iso20Data.Allowed allowed = turn.data().allowed();
    boolean parking =
        added.stream().anyMatch(s -> s.serviceId() == ValueAddedService.PARKING_STATUS);
    List<SeccEffect> effects = new ArrayList<>();
    effects.add(
        new SeccEffect.ServiceSelected(
            selection.service().name(),
            selection.service().bidirectional(),
            selection.mode() == ControlMode.DYNAMIC,
            selection.needs() == Iso20Options.NeedsFrom.STATION,
            bothWaysOffered(turn)));
    if (selection.service().bidirectional()) {
      effects.add(terms(selection, turn.config().iso20()));
    }
    for (SelectedService service : added) {
      effects.add(new VehicleWord.ServiceAdded(service.serviceId(), service.parameterSetId()));
    }
    return new Outcome.Answer(
        new ServiceSelectionResponse(turn.header(), ResponseCode.OK),
        AwaitChargeParameters.of(selection),
        turn.data()
            .withSelection(selection)
            .withAllowed(new Iso20Data.Allowed(allowed.bidirectional(), allowed.fixed(), parking)),
        effects);
  }

  private static Optional<Boolean> bothWaysOffered(Turn turn) {
    boolean possible =
        turn.config().serviceRenegotiation()
            && turn.config().services().stream().anyMatch(EnergyService::bidirectional);
    return possible ? Optional.of(turn.data().allowed().bidirectional()) : Optional.empty();
  }

  private static VehicleWord.BidirectionalTerms terms(Selection selection, Iso20Options options) {
    return new VehicleWord.BidirectionalTerms(
        options.channel() == Iso20Options.Channel.UNIFIED,
        selection.generator() == Iso20Options.Generator.GRID_FORMING,
        selection.service().isDc()
            ? Optional.empty()
            : Optional.of(options.islanding() == Iso20Options.Islanding.PASSIVE));
  }
}
