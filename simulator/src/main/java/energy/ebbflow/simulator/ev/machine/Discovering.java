package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;

/** SDP requests are on their way. */
public record Discovering() implements EvPhase {
  @Override
  public Move on(EvInput input, EvContext context) {
    return switch (input) {
      case EvInput.Found _ -> Move.to(new Connecting(), new EvEffect.Connect());
      case EvInput.NotFound none ->
          Move.to(
              new Plugged(context.nanos(), true),
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
