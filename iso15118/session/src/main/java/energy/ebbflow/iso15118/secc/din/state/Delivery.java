package energy.ebbflow.iso15118.secc.din.state;

import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.charge.DcEvPowerDeliveryParameter;
import energy.ebbflow.iso15118.message.din.charge.EvPowerDeliveryParameter;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.din.DinOffers;
import energy.ebbflow.iso15118.secc.din.DinOutcome;
import energy.ebbflow.iso15118.secc.din.DinTurn;
import energy.ebbflow.iso15118.secc.din.Statuses;
import energy.ebbflow.iso15118.secc.din.VehicleErrors;
import java.util.List;
import java.util.Optional;

/** PowerDeliveryReq in its two places: before the loop, and within it. */
final class Delivery {
  private Delivery() {}

  static DinOutcome beforeLoop(PowerDeliveryRequest request, DinTurn turn) {
    return request.readyToChargeState()
        ? start(request, turn)
        : stop(turn, "the vehicle stopped before the start of power");
  }

  static DinOutcome inLoop(PowerDeliveryRequest request, DinTurn turn) {
    return request.readyToChargeState()
        ? new DinOutcome.Refuse(ResponseCode.FAILED_SEQUENCE_ERROR, "power is on already")
        : stop(turn, "the vehicle ends the charging");
  }

  static PowerDeliveryResponse response(DinTurn turn, ResponseCode code) {
    return new PowerDeliveryResponse(code, Statuses.dc(turn));
  }

  private static DinOutcome start(PowerDeliveryRequest request, DinTurn turn) {
    // The profile has to belong to our schedule [V2G-DC-400]; its powers are not judged: PMax has
    // too few bits for them, and the station holds its limits itself. See decision 0086.
    if (request.chargingProfile().isPresent()
        && request.chargingProfile().get().saScheduleTupleId() != DinOffers.ONLY_TUPLE) {
      return new DinOutcome.Refuse(
          ResponseCode.FAILED_TARIFF_SELECTION_INVALID,
          "schedule "
              + request.chargingProfile().get().saScheduleTupleId()
              + " selected, offered was "
              + DinOffers.ONLY_TUPLE);
    }
    Optional<String> failed = request.evPowerDeliveryParameter().flatMap(Delivery::objection);
    if (failed.isPresent()) {
      return new DinOutcome.Refuse(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED, failed.get());
    }
    if (turn.view().authorisation() != Authorisation.ACCEPTED) {
      // A second lock behind the sequence of states: no energy without a user.
      return new DinOutcome.Refuse(
          ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED, "power start without an identified user");
    }
    // The contactors are closed already: the answer may leave at once.
    StartingPower starting = new StartingPower(turn.in(turn.config().timing().powerDelivery()));
    DinOutcome now = starting.tick(turn);
    return now instanceof DinOutcome.Nothing
        ? new DinOutcome.Hold(starting, turn.data(), List.of())
        : now;
  }

  private static Optional<String> objection(EvPowerDeliveryParameter parameter) {
    return switch (parameter) {
      case DcEvPowerDeliveryParameter dc -> VehicleErrors.objection(dc.dcEvStatus());
    };
  }

  private static DinOutcome stop(DinTurn turn, String reason) {
    return new DinOutcome.Hold(
        new StoppingPower(turn.in(turn.config().timing().powerDelivery())),
        turn.data(),
        List.of(new SeccEffect.StopEnergyTransfer(reason)));
  }
}
