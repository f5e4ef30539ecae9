package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.loop.PreChargeRequest;
import energy.ebbflow.iso15118.message.iso2.loop.PreChargeResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso2.Physical;
import energy.ebbflow.iso15118.secc.iso2.Statuses;
import energy.ebbflow.iso15118.secc.iso2.VehicleErrors;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The outlet is brought to the battery's voltage; the vehicle asks until it is satisfied, one of
 * them 2,618 times in seven seconds, and then starts the power.
 *
 * @param deadlineNanos when it has to be done; empty before the first request
 * @param targetVolts what was asked for last
 */
public record AwaitPreCharge(OptionalLong deadlineNanos, OptionalDouble targetVolts)
    implements Iso2State {
  static AwaitPreCharge first() {
    return new AwaitPreCharge(OptionalLong.empty(), OptionalDouble.empty());
  }

  @Override
  public boolean expects(BodyElement request) {
    return request instanceof PreChargeRequest
        || deadlineNanos.isPresent() && request instanceof PowerDeliveryRequest;
  }

  /** With voltage on the line a silent vehicle has no longer than pre-charge itself may take. */
  @Override
  public long patience(SeccTiming timing) {
    return deadlineNanos.isPresent()
        ? Math.min(timing.sequence(), timing.preCharge())
        : timing.sequence();
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    if (deadlineNanos.isPresent() && turn.reached(deadlineNanos.getAsLong())) {
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED,
          "pre-charge was not done within "
              + turn.config().timing().preCharge() / 1_000_000_000L
              + " s");
    }
    return request instanceof PreChargeRequest preCharge
        ? preCharge(preCharge, turn)
        : Delivery.beforeLoop((PowerDeliveryRequest) request, turn, false);
  }

  private Iso2Outcome preCharge(PreChargeRequest request, Iso2Turn turn) {
    Optional<String> failed = VehicleErrors.objection(request.dcEvStatus());
    if (failed.isPresent()) {
      return new Iso2Outcome.Refuse(ResponseCode.FAILED, failed.get());
    }
    double highest =
        Math.min(
            turn.view().envelope().voltsMax(),
            turn.data().vehicle().voltsMax().orElse(Double.MAX_VALUE));
    double target = Math.clamp(Physical.number(request.evTargetVoltage()), 0, highest);
    boolean changed = targetVolts.isEmpty() || targetVolts.getAsDouble() != target;
    return new Iso2Outcome.Answer(
        new PreChargeResponse(
            ResponseCode.OK, Statuses.dc(turn), Physical.volts(turn.view().volts())),
        new AwaitPreCharge(
            deadlineNanos.isPresent()
                ? deadlineNanos
                : OptionalLong.of(turn.in(turn.config().timing().preCharge())),
            OptionalDouble.of(target)),
        turn.data(),
        changed ? List.of(new SeccEffect.PreCharge(target)) : List.of());
  }
}
