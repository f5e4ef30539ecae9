package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.iso20.Talk;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvInput;

/** TCP, and TLS, are being set up. */
public record Connecting() implements EvPhase {
  @Override
  public Move on(EvInput input, EvContext context) {
    return switch (input) {
      case EvInput.LinkUp _ ->
          new Talking(Talk.begin(context.nanos()), Talking.PILOT_IS_THERE)
              .on(new EvInput.Tick(), context);
      case EvInput.LinkDown down -> Parked.broken("no link: " + down.reason(), context);
      case EvInput.Tick _,
          EvInput.Found _,
          EvInput.NotFound _,
          EvInput.Received _,
          EvInput.Undecodable _ ->
          Move.stay(this);
    };
  }

  @Override
  public String timelinePhase() {
    return "tls";
  }
}
