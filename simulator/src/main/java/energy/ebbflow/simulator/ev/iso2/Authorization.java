package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.payment.AuthorizationRequest;
import energy.ebbflow.iso15118.message.iso2.payment.AuthorizationResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Waits until the user has identified at the charger. While the charger says that it waits for a
 * person, the time-out of "ongoing" does not count [V2G2-854]; this vehicle still goes to sleep
 * after {@link #WAIT_SECONDS}.
 */
public record Authorization() implements Iso2State {
  /** For how long it waits for a person, s. */
  static final double WAIT_SECONDS = 300;

  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    return new AuthorizationRequest(Optional.empty(), Optional.empty());
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    if (!(answer instanceof AuthorizationResponse response)) {
      return unexpected(answer);
    }
    double limit =
        switch (response.evseProcessing()) {
          case FINISHED -> 0;
          case ONGOING -> ONGOING_SECONDS;
          case ONGOING_WAITING_FOR_CUSTOMER_INTERACTION -> WAIT_SECONDS;
        };
    if (limit == 0) {
      return on(new ChargeParameterDiscovery(), session);
    }
    return seconds > limit
        ? new Turn.Fail<>("no authorisation within " + limit + " s")
        : again(this, session, context.config().habits().pollSeconds());
  }

  @Override
  public String phase() {
    return "authorise";
  }
}
