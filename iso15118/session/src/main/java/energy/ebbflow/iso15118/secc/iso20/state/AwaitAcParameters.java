package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.ac.BptAcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.iso20.AcLimits;
import energy.ebbflow.iso15118.secc.iso20.AcParameters;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.List;
import java.util.Optional;

/** An AC service is chosen; vehicle and station exchange their power limits. */
public record AwaitAcParameters() implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof AcChargeParameterDiscoveryRequest;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    AcChargeParameterDiscoveryRequest discovery = (AcChargeParameterDiscoveryRequest) request;
    boolean bidirectional = turn.data().chosen().service().bidirectional();
    boolean asked = discovery.acCpdReqEnergyTransferMode() instanceof BptAcCpdReqEnergyTransferMode;
    if (asked != bidirectional) {
      return new Outcome.Refuse(
          ResponseCode.FAILED_WRONG_CHARGE_PARAMETER,
          "parameters of "
              + (asked ? "AC_BPT" : "AC")
              + " came, the selected service is "
              + turn.data().chosen().service());
    }
    VehicleState vehicle =
        AcParameters.report(discovery.acCpdReqEnergyTransferMode(), turn.data().vehicle());
    Optional<String> wrong = DcParameters.negativeLimit(vehicle);
    if (wrong.isPresent()) {
      // [V2G20-1619]
      return new Outcome.Refuse(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER, wrong.get());
    }
    return new Outcome.Answer(
        new AcChargeParameterDiscoveryResponse(
            turn.header(), ResponseCode.OK, AcLimits.discovery(turn, bidirectional)),
        AwaitScheduleExchange.first(),
        turn.data().withVehicle(vehicle),
        List.of(new SeccEffect.VehicleReport(vehicle)));
  }
}
