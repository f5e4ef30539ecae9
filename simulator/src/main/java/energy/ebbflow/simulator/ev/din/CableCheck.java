package energy.ebbflow.simulator.ev.din;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.EvseProcessing;
import energy.ebbflow.iso15118.message.din.loop.CableCheckRequest;
import energy.ebbflow.iso15118.message.din.loop.CableCheckResponse;
import energy.ebbflow.iso15118.message.din.status.IsolationLevel;
import energy.ebbflow.simulator.ev.din.wire.Status;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Waits in state C while the charger tests the isolation of cable and inlet. Without a result that
 * is good the vehicle goes.
 */
public record CableCheck() implements DinState {
  /** V2G_EVCC_CableCheck_Timeout, s. */
  static final double WAIT_SECONDS = 40;

  @Override
  public BodyElement body(DinSession session, EvContext context) {
    return new CableCheckRequest(Status.own(context));
  }

  @Override
  public Turn<DinSession> heard(
      BodyElement answer, DinSession session, EvContext context, double seconds) {
    if (!(answer instanceof CableCheckResponse response)) {
      return unexpected(answer);
    }
    Optional<String> danger = Status.danger(response.dcEvseStatus());
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    if (Status.stops(response.dcEvseStatus())) {
      return on(new SessionStop(), session);
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
