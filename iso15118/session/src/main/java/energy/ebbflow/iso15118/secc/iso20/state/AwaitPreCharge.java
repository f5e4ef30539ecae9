package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.dc.DcPreChargeRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcPreChargeResponse;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import energy.ebbflow.iso15118.secc.iso20.WireNumbers;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The outlet is brought to the battery's voltage. The vehicle asks until it is satisfied, some
 * without any pause between, and then starts the power.
 *
 * @param deadlineNanos when it has to be done; empty before the first request
 * @param targetVolts what was asked for last
 */
public record AwaitPreCharge(OptionalLong deadlineNanos, OptionalDouble targetVolts)
    implements Iso20State {
  static AwaitPreCharge first() {
    return new AwaitPreCharge(OptionalLong.empty(), OptionalDouble.empty());
  }

  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof DcPreChargeRequest
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
  public Outcome on(Iso20Request request, Turn turn) {
    if (deadlineNanos.isPresent() && turn.reached(deadlineNanos.getAsLong())) {
      return new Outcome.Refuse(
          ResponseCode.FAILED,
          "pre-charge was not done within "
              + turn.config().timing().preCharge() / 1_000_000_000L
              + " s");
    }
    return request instanceof DcPreChargeRequest preCharge
        ? preCharge(preCharge, turn)
        : PowerDelivery.beforeLoop((PowerDeliveryRequest) request, turn, this);
  }

  private Outcome preCharge(DcPreChargeRequest request, Turn turn) {
    // Cars exist that ask for more than they themselves can bear. No response code fits a wrong
    // voltage here, so the vehicle is answered with what is true, and the outlet stays within the
    // limits of both.
    double highest =
        Math.min(
            turn.view().envelope().voltsMax(),
            turn.data().vehicle().voltsMax().orElse(Double.MAX_VALUE));
    double target = Math.clamp(request.evTargetVoltage().toDouble(), 0, highest);
    boolean changed = targetVolts.isEmpty() || targetVolts.getAsDouble() != target;
    return new Outcome.Answer(
        new DcPreChargeResponse(
            turn.header(), ResponseCode.OK, WireNumbers.volts(turn.view().volts())),
        new AwaitPreCharge(
            deadlineNanos.isPresent()
                ? deadlineNanos
                : OptionalLong.of(turn.in(turn.config().timing().preCharge())),
            OptionalDouble.of(target)),
        turn.data(),
        changed ? List.of(new SeccEffect.PreCharge(target)) : List.of());
  }
}
