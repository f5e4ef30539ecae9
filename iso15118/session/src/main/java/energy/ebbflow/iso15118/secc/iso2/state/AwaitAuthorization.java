package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.payment.AuthorizationRequest;
import energy.ebbflow.iso15118.message.iso2.payment.AuthorizationResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import java.util.List;
import java.util.OptionalLong;

/**
 * The user is to be identified. The vehicle asks again and again; minutes may pass (R4).
 *
 * @param deadlineNanos when we give up; empty before the first request
 */
public record AwaitAuthorization(OptionalLong deadlineNanos) implements Iso2State {
  static AwaitAuthorization first() {
    return new AwaitAuthorization(OptionalLong.empty());
  }

  @Override
  public boolean expects(BodyElement request) {
    return request instanceof AuthorizationRequest;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    if (deadlineNanos.isPresent() && turn.reached(deadlineNanos.getAsLong())) {
      return new Iso2Outcome.Refuse(
          ResponseCode.FAILED,
          "nobody identified the user within "
              + turn.config().timing().eimWait() / 1_000_000_000L
              + " s (EIM)");
    }
    return switch (turn.view().authorisation()) {
      case ACCEPTED ->
          Iso2Outcome.answer(
              new AuthorizationResponse(ResponseCode.OK, EvseProcessing.FINISHED),
              AwaitChargeParameters.first(),
              turn.data());
      // [V2G2-854]: waiting for a person does not run the vehicle's timer.
      case PENDING ->
          new Iso2Outcome.Answer(
              new AuthorizationResponse(
                  ResponseCode.OK, EvseProcessing.ONGOING_WAITING_FOR_CUSTOMER_INTERACTION),
              deadlineNanos.isPresent()
                  ? this
                  : new AwaitAuthorization(
                      OptionalLong.of(turn.in(turn.config().timing().eimWait()))),
              turn.data(),
              deadlineNanos.isEmpty() ? List.of(new SeccEffect.AuthorisationWanted()) : List.of());
      case REJECTED ->
          new Iso2Outcome.Refuse(ResponseCode.FAILED, "the user was not accepted (EIM)");
    };
  }
}
