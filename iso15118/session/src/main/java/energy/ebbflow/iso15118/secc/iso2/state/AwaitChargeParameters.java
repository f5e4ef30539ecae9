package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.iso2.Iso2Offers;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2Reports;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The user is known; limits and schedule are exchanged.
 *
 * @param renegotiating energy has flowed already: the kind of current stands
 */
public record AwaitChargeParameters(boolean renegotiating) implements Iso2State {
  @Override
  public boolean expects(BodyElement request) {
    return request instanceof ChargeParameterDiscoveryRequest;
  }

  @Override
  public Iso2Outcome on(BodyElement message, Iso2Turn turn) {
    ChargeParameterDiscoveryRequest request = (ChargeParameterDiscoveryRequest) message;
    boolean dc = Iso2Offers.isDc(request.requestedEnergyTransferMode());
    if (!Iso2Offers.modes(turn.config()).contains(request.requestedEnergyTransferMode())
        || renegotiating && dc != turn.data().dc()) {
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED_WRONG_ENERGY_TRANSFER_MODE,
          request.requestedEnergyTransferMode() + " wanted, which is not possible here");
    }
    if (dc != request.evChargeParameter() instanceof DcEvChargeParameter) {
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED_WRONG_CHARGE_PARAMETER,
          "charge parameters do not belong to " + request.requestedEnergyTransferMode());
    }
    VehicleState vehicle = Iso2Reports.report(request.evChargeParameter(), turn.config().ac());
    Optional<String> wrong =
        dc
            ? DcParameters.objection(vehicle, turn.view().envelope())
            : DcParameters.negativeLimit(vehicle);
    if (wrong.isPresent()) {
      return new Iso2Outcome.Refuse(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER, wrong.get());
    }
    double watts = turn.view().envelope().chargeWattsMax();
    List<SeccEffect> effects = new ArrayList<>();
    if (!renegotiating) {
      effects.add(new SeccEffect.ServiceSelected(dc ? "DC" : "AC", false, false));
    }
    effects.add(new SeccEffect.VehicleReport(vehicle));
    return new Iso2Outcome.Answer(
        new ChargeParameterDiscoveryResponse(
            ResponseCode.OK,
            EvseProcessing.FINISHED,
            Optional.of(Iso2Offers.schedules(watts)),
            Iso2Offers.parameters(turn, dc)),
        next(dc),
        turn.data().withOffer(dc, vehicle, watts),
        effects);
  }

  private Iso2State next(boolean dc) {
    if (!dc) {
      return new AwaitPowerDelivery(renegotiating);
    }
    return renegotiating ? new AwaitDcRestart() : AwaitCableCheck.first();
  }

  @Override
  public boolean stoppable() {
    return !renegotiating;
  }
}
