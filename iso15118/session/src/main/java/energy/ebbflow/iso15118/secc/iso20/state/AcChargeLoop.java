package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.metering.MeteringConfirmationRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.iso20.AcLimits;
import energy.ebbflow.iso15118.secc.iso20.AcParameters;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import energy.ebbflow.iso15118.secc.iso20.loop.LoopStatus;
import energy.ebbflow.iso15118.secc.iso20.loop.Metering;
import energy.ebbflow.iso15118.secc.iso20.schedule.ProfileWatch;
import energy.ebbflow.iso15118.secc.iso20.schedule.Schedules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** AC energy flows, in either direction. The vehicle's converter follows the target we send. */
public record AcChargeLoop() implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof AcChargeLoopRequest
        || request instanceof PowerDeliveryRequest
        || request instanceof ScheduleExchangeRequest
        || request instanceof MeteringConfirmationRequest;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    return switch (request) {
      case PowerDeliveryRequest delivery -> PowerDelivery.inLoop(delivery, turn, this);
      case ScheduleExchangeRequest exchange -> Schedules.exchange(exchange, turn, this);
      case MeteringConfirmationRequest metering -> Metering.confirm(metering, turn, this);
      default -> loop((AcChargeLoopRequest) request, turn);
    };
  }

  @Override
  public boolean stoppable() {
    return false;
  }

  @Override
  public long patience(SeccTiming timing) {
    return timing.chargeLoopSequence();
  }

  private Outcome loop(AcChargeLoopRequest request, Turn turn) {
    if (!AcParameters.selectionOf(request.clReqControlMode()).sameMessages(turn.data().chosen())) {
      return new Outcome.Refuse(
          ResponseCode.FAILED,
          request.clReqControlMode().getClass().getSimpleName()
              + " came, selected was "
              + turn.data().chosen());
    }
    VehicleState vehicle = AcParameters.report(request, turn.data().vehicle());
    Optional<String> negative = DcParameters.negativeLimit(vehicle);
    if (negative.isPresent()) {
      return new Outcome.Refuse(ResponseCode.FAILED, negative.get());
    }
    ProfileWatch.Seen seen = ProfileWatch.look(turn);
    if (seen.code() == ResponseCode.FAILED_EV_POWER_PROFILE_VIOLATION) {
      return new Outcome.Refuse(seen.code(), seen.reason());
    }
    List<SeccEffect> effects = new ArrayList<>(seen.effects());
    if (!vehicle.equals(turn.data().vehicle())) {
      effects.add(new SeccEffect.VehicleReport(vehicle));
    }
    Optional<MeterInfo> meter = LoopStatus.meter(turn, request.meterInfoRequested());
    return new Outcome.Answer(
        new AcChargeLoopResponse(
            turn.header(),
            seen.code(),
            LoopStatus.notification(turn),
            meter,
            LoopStatus.receipt(turn, meter),
            AcLimits.targetFrequency(turn),
            AcLimits.loop(turn, turn.data().chosen())),
        this,
        LoopStatus.told(seen.data().withVehicle(vehicle), meter),
        effects);
  }
}
