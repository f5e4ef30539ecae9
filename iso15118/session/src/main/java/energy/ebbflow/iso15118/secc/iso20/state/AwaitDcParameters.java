package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.iso20.DcLimits;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.List;
import java.util.Optional;

/** The service is chosen; vehicle and station exchange their electrical limits. */
public record AwaitDcParameters() implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof DcChargeParameterDiscoveryRequest;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    DcChargeParameterDiscoveryRequest discovery = (DcChargeParameterDiscoveryRequest) request;
    boolean bidirectional = turn.data().chosen().service().bidirectional();
    boolean asked = discovery.dcCpdReqEnergyTransferMode() instanceof BptDcCpdReqEnergyTransferMode;
    if (asked != bidirectional) {
      return new Outcome.Refuse(
          ResponseCode.FAILED_WRONG_CHARGE_PARAMETER,
          "parameters of "
              + (asked ? "DC_BPT" : "DC")
              + " came, the selected service is "
              + turn.data().chosen().service());
    }
    VehicleState vehicle =
        DcParameters.report(discovery.dcCpdReqEnergyTransferMode(), turn.data().vehicle());
    Optional<String> wrong = DcParameters.objection(vehicle, turn.view().envelope());
    if (wrong.isPresent()) {
      // [V2G20-2272]
      return new Outcome.Refuse(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER, wrong.get());
    }
    return new Outcome.Answer(
        new DcChargeParameterDiscoveryResponse(
            turn.header(), ResponseCode.OK, DcLimits.discovery(turn.limits(), bidirectional)),
        AwaitScheduleExchange.first(),
        turn.data().withVehicle(vehicle),
        List.of(new SeccEffect.VehicleReport(vehicle)));
  }
}
