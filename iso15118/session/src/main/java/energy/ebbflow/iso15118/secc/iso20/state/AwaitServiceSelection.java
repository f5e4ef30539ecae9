package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.service.SelectedService;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Offers;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Selection;
import energy.ebbflow.iso15118.secc.iso20.Turn;
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
    if (Offers.offered(turn.config(), selected.serviceId()).isEmpty()) {
      return new Outcome.Refuse(
          ResponseCode.FAILED_NO_ENERGY_TRANSFER_SERVICE_SELECTED,
          "service " + selected.serviceId() + " selected, which is no energy service offered");
    }
    Optional<Selection> chosen = Offers.selection(turn.config(), selected);
    if (chosen.isEmpty()) {
      return new Outcome.Refuse(
          ResponseCode.FAILED_SERVICE_SELECTION_INVALID,
          "parameter set "
              + selected.parameterSetId()
              + " of service "
              + selected.serviceId()
              + " selected, which was not offered");
    }
    if (request.selectedVasList().isPresent()) {
      return new Outcome.Refuse(
          ResponseCode.FAILED_SERVICE_SELECTION_INVALID,
          "value-added services selected, none were offered");
    }
    Selection selection = chosen.get();
    return new Outcome.Answer(
        new ServiceSelectionResponse(turn.header(), ResponseCode.OK),
        AwaitChargeParameters.of(selection),
        turn.data().withSelection(selection),
        List.of(
            new SeccEffect.ServiceSelected(
                selection.service().name(),
                selection.service().bidirectional(),
                selection.mode() == ControlMode.DYNAMIC)));
  }
}
