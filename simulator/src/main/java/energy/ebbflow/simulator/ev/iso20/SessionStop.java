package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopResponse;
import energy.ebbflow.simulator.ev.iso20.wire.Ending;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Ends the session, or interrupts it, or goes back in it to the choice of the service.
 *
 * @param ending which of them
 */
public record SessionStop(Ending ending) implements Iso20State {
  /** What follows the end of energy transfer. */
  static Iso20State after(Ending ending, Iso20Session session) {
    return ending == Ending.TERMINATE && session.parking().parameterSetId().isPresent()
        ? new VehicleCheckOut()
        : new SessionStop(ending);
  }

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new SessionStopRequest(
        talk.session().header(context), ending.word(), Optional.empty(), Optional.empty());
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof SessionStopResponse)) {
      return unexpected(answer);
    }
    return switch (ending) {
      case TERMINATE -> new Turn.End<>(Optional.empty());
      case PAUSE -> new Turn.End<>(Optional.of(talk.session().paused()));
      case SERVICE_RENEGOTIATION -> new Turn.On<>(talk.session(), new ServiceDiscovery());
    };
  }

  @Override
  public String phase() {
    return "stop";
  }

  @Override
  public boolean needsPilot() {
    return false;
  }
}
