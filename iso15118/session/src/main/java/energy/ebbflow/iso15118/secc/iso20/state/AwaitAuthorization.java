package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.authorization.Authorization;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.List;
import java.util.OptionalLong;

/**
 * The user is to be identified. The vehicle asks again and again; minutes may pass (R4).
 *
 * @param deadlineNanos when we give up; empty before the first request
 */
public record AwaitAuthorization(OptionalLong deadlineNanos) implements Iso20State {
  static AwaitAuthorization first() {
    return new AwaitAuthorization(OptionalLong.empty());
  }

  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof AuthorizationRequest;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    AuthorizationRequest wanted = (AuthorizationRequest) request;
    if (wanted.selectedAuthorizationService() != Authorization.EIM) {
      // [V2G20-2209]: only what was offered; a warning, the vehicle may choose again [V2G20-2226].
      return answer(
          turn,
          ResponseCode.WARNING_AUTHORIZATION_SELECTION_INVALID,
          Processing.FINISHED,
          this,
          List.of());
    }
    if (deadlineNanos.isPresent() && turn.reached(deadlineNanos.getAsLong())) {
      return new Outcome.Refuse(
          ResponseCode.FAILED,
          "nobody identified the user within "
              + turn.config().timing().eimWait() / 1_000_000_000L
              + " s (EIM)");
    }
    List<SeccEffect> first =
        deadlineNanos.isEmpty() ? List.of(new SeccEffect.AuthorisationWanted()) : List.of();
    AwaitAuthorization waiting =
        deadlineNanos.isPresent()
            ? this
            : new AwaitAuthorization(OptionalLong.of(turn.in(turn.config().timing().eimWait())));
    return switch (turn.view().authorisation()) {
      case ACCEPTED ->
          Outcome.answer(
              new AuthorizationResponse(turn.header(), ResponseCode.OK, Processing.FINISHED),
              new AwaitServiceDiscovery(),
              turn.data().withUser());
      case PENDING ->
          answer(
              turn,
              ResponseCode.OK,
              Processing.ONGOING_WAITING_FOR_CUSTOMER_INTERACTION,
              waiting,
              first);
      // [V2G20-2230]: a warning; the vehicle ends the session or asks again.
      case REJECTED ->
          answer(
              turn,
              ResponseCode.WARNING_EIM_AUTHORIZATION_FAILURE,
              Processing.FINISHED,
              waiting,
              first);
    };
  }

  private static Outcome answer(
      Turn turn,
      ResponseCode code,
      Processing processing,
      Iso20State next,
      List<SeccEffect> effects) {
    return new Outcome.Answer(
        new AuthorizationResponse(turn.header(), code, processing), next, turn.data(), effects);
  }
}
