package energy.ebbflow.iso15118.secc.din.state;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.EvseProcessing;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.din.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.din.DinFailures;
import energy.ebbflow.iso15118.secc.din.DinOffers;
import energy.ebbflow.iso15118.secc.din.DinOutcome;
import energy.ebbflow.iso15118.secc.din.DinReports;
import energy.ebbflow.iso15118.secc.din.DinState;
import energy.ebbflow.iso15118.secc.din.DinTiming;
import energy.ebbflow.iso15118.secc.din.DinTurn;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The user is known; limits are exchanged. While the station has no power to offer the vehicle
 * hears Ongoing and asks again [V2G-DC-498].
 *
 * @param deadlineNanos when the vehicle hears what there is, be it nothing; empty before the first
 *     request
 */
public record AwaitChargeParameters(OptionalLong deadlineNanos) implements DinState {
  static AwaitChargeParameters first() {
    return new AwaitChargeParameters(OptionalLong.empty());
  }

  @Override
  public boolean expects(BodyElement request) {
    return request instanceof ChargeParameterDiscoveryRequest;
  }

  @Override
  public DinOutcome on(BodyElement message, DinTurn turn) {
    ChargeParameterDiscoveryRequest request = (ChargeParameterDiscoveryRequest) message;
    if (!DinOffers.offered(request.evRequestedEnergyTransferType())) {
      // [V2G-DC-397]
      return new DinOutcome.Refuse(
          ResponseCode.FAILED_WRONG_ENERGY_TRANSFER_TYPE,
          request.evRequestedEnergyTransferType() + " wanted, which is not possible here");
    }
    if (!(request.evChargeParameter() instanceof DcEvChargeParameter parameters)) {
      // [V2G-DC-398]
      return new DinOutcome.Refuse(
          ResponseCode.FAILED_WRONG_CHARGE_PARAMETER,
          "charge parameters do not belong to " + request.evRequestedEnergyTransferType());
    }
    VehicleState vehicle = DinReports.report(parameters);
    Optional<String> wrong = DcParameters.objection(vehicle, turn.view().envelope());
    if (wrong.isPresent()) {
      return new DinOutcome.Refuse(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER, wrong.get());
    }
    boolean wait =
        turn.view().envelope().chargeWattsMax() == 0
            && (deadlineNanos.isEmpty() || !turn.reached(deadlineNanos.getAsLong()));
    List<SeccEffect> effects = new ArrayList<>();
    if (deadlineNanos.isEmpty()) {
      effects.add(new SeccEffect.ServiceSelected("DC", false, false));
    }
    if (!vehicle.equals(turn.data().vehicle())) {
      effects.add(new SeccEffect.VehicleReport(vehicle));
    }
    return new DinOutcome.Answer(
        DinFailures.parameters(
            ResponseCode.OK, wait ? EvseProcessing.ONGOING : EvseProcessing.FINISHED, turn),
        wait ? waiting(turn) : AwaitCableCheck.first(),
        turn.data().withVehicle(vehicle),
        effects);
  }

  private AwaitChargeParameters waiting(DinTurn turn) {
    return deadlineNanos.isPresent()
        ? this
        : new AwaitChargeParameters(OptionalLong.of(turn.in(DinTiming.PARAMETERS_WAIT)));
  }
}
