package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;

/** Opens a session, or joins one that was paused; the charger gives it its id [V2G20-1605]. */
public record SessionSetup() implements Iso20State {
  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new SessionSetupRequest(talk.session().header(context), context.config().evccId());
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof SessionSetupResponse response)) {
      return unexpected(answer);
    }
    if (response.header().sessionId().equals(Iso20Session.NO_SESSION)) {
      return new Turn.Fail<>("the charger gave a session id of zeros");
    }
    boolean joined = response.responseCode() == ResponseCode.OK_OLD_SESSION_JOINED;
    boolean same = response.header().sessionId().equals(talk.session().sessionId());
    if (joined && !same) {
      return new Turn.Fail<>("the charger joined a session of which this vehicle knows nothing");
    }
    Iso20Session opened = talk.session().withId(response.header().sessionId());
    boolean wanted = !talk.session().sessionId().equals(Iso20Session.NO_SESSION);
    List<EvEffect> notes =
        wanted
            ? List.of(
                new EvEffect.Note(
                    joined ? "the paused session is joined" : "the paused session is gone"))
            : List.of();
    // A joined session is authorised and has its service: it goes on with the charging parameters
    // [V2G20-1032], [V2G20-1843], [V2G20-2097], [V2G20-2098].
    return joined && opened.service().isPresent()
        ? new Turn.On<>(opened, new ChargeParameterDiscovery(), notes)
        : new Turn.On<>(opened.anew(), new AuthorizationSetup(), notes);
  }

  @Override
  public String phase() {
    return "setup";
  }
}
