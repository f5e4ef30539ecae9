package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;

/** SDP requests are on their way. */
public record Discovering() implements EvPhase {
  @Override
  public Move on(EvInput input, EvContext context) {
    return switch (input) {
      case EvInput.Found _ ->
          context.digital()
              ? Move.to(new Connecting(), new EvEffect.Connect())
              // The station has paused 5 % meanwhile: it is to be found when it is back.
              : Move.to(Plugged.waiting(context.nanos(), false));
      case EvInput.NotFound none ->
          Move.to(
              Plugged.waiting(context.nanos(), true),
              new EvEffect.Note("no charger found: " + none.reason()));
      case EvInput.Tick _,
          EvInput.LinkUp _,
          EvInput.LinkDown _,
          EvInput.Received _,
          EvInput.Undecodable _ ->
          Move.stay(this);
    };
  }

  @Override
  public String timelinePhase() {
    return "sdp";
  }
}
