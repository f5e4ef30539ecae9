package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupResponse;
import energy.ebbflow.simulator.ev.exchange.EvccId;
import energy.ebbflow.simulator.ev.exchange.Learnt;
import energy.ebbflow.simulator.ev.exchange.Turn;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import java.util.Optional;

/**
 * Opens a session, or joins the one that was paused; the charger gives it its id [V2G2-741].
 *
 * @param rejoins the header carries the id of a paused session
 */
public record SessionSetup(boolean rejoins) implements Iso2State {
  @Override
  public BodyElement request(Iso2Learnt learnt, EvContext context) {
    return new SessionSetupRequest(EvccId.of(context.config()));
  }

  @Override
  public Turn<BodyElement, Iso2Learnt> answer(
      BodyElement answer, Iso2Learnt learnt, EvContext context, double seconds) {
    if (!(answer instanceof SessionSetupResponse response)) {
      return unexpected(answer);
    }
    Octets id = learnt.sessionId();
    if (id.equals(Learnt.NO_SESSION)) {
      return new Turn.Fail<>("the charger gave a session id of zeros");
    }
    boolean joined = response.responseCode() == ResponseCode.OK_OLD_SESSION_JOINED;
    if (joined && !rejoins) {
      return new Turn.Fail<>("the charger joined an old session that this vehicle never had");
    }
    return rejoins
        ? Turn.on(
            new ServiceDiscovery(),
            learnt,
            new EvEffect.Note(joined ? "the paused session goes on" : "the charger began anew"))
        : Turn.on(new ServiceDiscovery(), learnt);
  }

  @Override
  public String phase() {
    return "setup";
  }

  @Override
  public Optional<Iso2State> ending(Iso2Learnt learnt, EvContext context) {
    return Optional.empty();
  }
}
