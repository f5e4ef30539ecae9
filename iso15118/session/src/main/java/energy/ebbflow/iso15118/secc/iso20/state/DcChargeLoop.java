package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.metering.MeteringConfirmationRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.EvseView.PowerEnvelope;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccEffect.VehicleState;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.iso20.DcLimits;
import energy.ebbflow.iso15118.secc.iso20.DcParameters;
import energy.ebbflow.iso15118.secc.iso20.Iso20Data;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import energy.ebbflow.iso15118.secc.iso20.WireNumbers;
import energy.ebbflow.iso15118.secc.iso20.loop.LoopStatus;
import energy.ebbflow.iso15118.secc.iso20.loop.Metering;
import energy.ebbflow.iso15118.secc.iso20.schedule.ProfileWatch;
import energy.ebbflow.iso15118.secc.iso20.schedule.Schedules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Energy flows, in either direction. The vehicle reports, the station answers with its limits. The
 * first request starts the energy: only then the vehicle has said what it takes at this moment, and
 * a vehicle that falls silent right after the start of power never draws any.
 *
 * @param started the first request has come
 */
public record DcChargeLoop(boolean started) implements Iso20State {
  /** A limit counts as reached within this fraction of it. */
  private static final double AT_LIMIT = 0.99;

  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof DcChargeLoopRequest
        || request instanceof PowerDeliveryRequest
        || request instanceof ScheduleExchangeRequest
        || request instanceof MeteringConfirmationRequest;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    return switch (request) {
      case PowerDeliveryRequest delivery -> PowerDelivery.inLoop(delivery, turn, this);
      // A schedule renegotiation runs beside the loop, in its own payload type.
      case ScheduleExchangeRequest exchange -> Schedules.exchange(exchange, turn, this);
      case MeteringConfirmationRequest metering -> Metering.confirm(metering, turn, this);
      default -> loop((DcChargeLoopRequest) request, turn);
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

  private Outcome loop(DcChargeLoopRequest request, Turn turn) {
    if (!DcParameters.matches(request.clReqControlMode(), turn.data().chosen())) {
      return new Outcome.Refuse(
          ResponseCode.FAILED,
          request.clReqControlMode().getClass().getSimpleName()
              + " came, selected was "
              + turn.data().chosen());
    }
    VehicleState vehicle = DcParameters.report(request, turn.data().vehicle());
    Optional<String> negative = DcParameters.negativeLimit(vehicle);
    if (negative.isPresent()) {
      return new Outcome.Refuse(ResponseCode.FAILED, negative.get());
    }
    if (!started && !(turn.view().contactorsClosed() && turn.view().pilotReady())) {
      return new Outcome.Refuse(
          ResponseCode.FAILED, "the contactors or the pilot opened before energy could flow");
    }
    ProfileWatch.Seen seen = ProfileWatch.look(turn);
    if (seen.code() == ResponseCode.FAILED_EV_POWER_PROFILE_VIOLATION) {
      return new Outcome.Refuse(seen.code(), seen.reason());
    }
    Optional<MeterInfo> meter = LoopStatus.meter(turn, request.meterInfoRequested());
    Iso20Data data = LoopStatus.told(seen.data().withVehicle(vehicle), meter);
    List<SeccEffect> effects = new ArrayList<>(seen.effects());
    if (!vehicle.equals(turn.data().vehicle())) {
      effects.add(new SeccEffect.VehicleReport(vehicle));
    }
    if (!started) {
      effects.add(new SeccEffect.StartEnergyTransfer());
    }
    return new Outcome.Answer(
        response(turn, seen.code(), meter), new DcChargeLoop(true), data, effects);
  }

  private static DcChargeLoopResponse response(
      Turn turn, ResponseCode code, Optional<MeterInfo> meter) {
    EvseView view = turn.view();
    PowerEnvelope limits = turn.limits();
    boolean charging = view.amps() >= 0;
    return new DcChargeLoopResponse(
        turn.header(),
        code,
        LoopStatus.notification(turn),
        meter,
        LoopStatus.receipt(turn, meter),
        WireNumbers.amps(view.amps()),
        WireNumbers.volts(view.volts()),
        reached(
            view.volts() * view.amps(),
            charging ? limits.chargeWattsMax() : limits.dischargeWattsMax()),
        reached(view.amps(), charging ? limits.chargeAmpsMax() : limits.dischargeAmpsMax()),
        reached(view.volts(), limits.voltsMax()),
        DcLimits.loop(turn, turn.data().chosen()));
  }

  private static boolean reached(double value, double limit) {
    double magnitude = Math.abs(value);
    return magnitude > 0 && magnitude >= AT_LIMIT * limit;
  }
}
