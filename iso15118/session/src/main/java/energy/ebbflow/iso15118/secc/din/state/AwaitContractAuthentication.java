package energy.ebbflow.iso15118.secc.din.state;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.EvseProcessing;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.payment.ContractAuthenticationRequest;
import energy.ebbflow.iso15118.message.din.payment.ContractAuthenticationResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.din.DinOutcome;
import energy.ebbflow.iso15118.secc.din.DinState;
import energy.ebbflow.iso15118.secc.din.DinTurn;
import java.util.List;
import java.util.OptionalLong;

/**
 * The user is to be identified, outside of the protocol. The vehicle asks again and again while it
 * hears Ongoing [V2G-DC-444]; it may give up after its own time, 150 s from plug-in to charging,
 * and come back. Challenge and id of the request are not used.
 *
 * @param deadlineNanos when we give up; empty before the first request
 */
public record AwaitContractAuthentication(OptionalLong deadlineNanos) implements DinState {
  static AwaitContractAuthentication first() {
    return new AwaitContractAuthentication(OptionalLong.empty());
  }

  @Override
  public boolean expects(BodyElement request) {
    return request instanceof ContractAuthenticationRequest;
  }

  @Override
  public DinOutcome on(BodyElement request, DinTurn turn) {
    if (deadlineNanos.isPresent() && turn.reached(deadlineNanos.getAsLong())) {
      return new DinOutcome.Refuse(
          ResponseCode.FAILED,
          "nobody identified the user within "
              + turn.config().timing().eimWait() / 1_000_000_000L
              + " s (EIM)");
    }
    return switch (turn.view().authorisation()) {
      case ACCEPTED ->
          DinOutcome.answer(
              new ContractAuthenticationResponse(ResponseCode.OK, EvseProcessing.FINISHED),
              AwaitChargeParameters.first(),
              turn.data());
      case PENDING ->
          new DinOutcome.Answer(
              new ContractAuthenticationResponse(ResponseCode.OK, EvseProcessing.ONGOING),
              deadlineNanos.isPresent()
                  ? this
                  : new AwaitContractAuthentication(
                      OptionalLong.of(turn.in(turn.config().timing().eimWait()))),
              turn.data(),
              deadlineNanos.isEmpty() ? List.of(new SeccEffect.AuthorisationWanted()) : List.of());
      case REJECTED ->
          new DinOutcome.Refuse(ResponseCode.FAILED, "the user was not accepted (EIM)");
    };
  }
}
