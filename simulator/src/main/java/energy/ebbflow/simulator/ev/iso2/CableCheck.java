package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckResponse;
import energy.ebbflow.iso15118.message.iso2.status.IsolationLevel;
import energy.ebbflow.simulator.ev.iso2.wire.Status;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Waits in state C while the charger tests the isolation of cable and inlet. Without a result that
 * is good the vehicle goes.
 */
public record CableCheck() implements Iso2State {
  /** V2G_EVCC_CableCheck_Timeout, s. */
  static final double WAIT_SECONDS = 40;

  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    return new CableCheckRequest(Status.own(context));
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    if (!(answer instanceof CableCheckResponse response)) {
      return unexpected(answer);
    }
    Optional<String> danger = Status.danger(response.dcEvseStatus());
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    if (Status.stops(response.dcEvseStatus())) {
      return on(new SessionStop(false), session);
    }
    if (response.evseProcessing() == EvseProcessing.FINISHED) {
      Optional<IsolationLevel> level = response.dcEvseStatus().evseIsolationStatus();
      boolean good =
          level.equals(Optional.of(IsolationLevel.VALID))
              || level.equals(Optional.of(IsolationLevel.WARNING));
      return good
          ? on(new PreCharge(false), session)
          : new Turn.Fail<>(
              "the cable check ended with isolation "
                  + level.map(IsolationLevel::wireName).orElse("unknown"));
    }
    return seconds > WAIT_SECONDS
        ? new Turn.Fail<>("the cable check took more than " + WAIT_SECONDS + " s")
        : again(this, session, context.config().habits().pollSeconds());
  }

  @Override
  public String phase() {
    return "cableCheck";
  }
}
