package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvInput;

/** TCP, and TLS, are being set up. */
public record Connecting() implements EvPhase {
  @Override
  public Move on(EvInput input, EvContext context) {
    return switch (input) {
      case EvInput.LinkUp up ->
          Talking.begin(up.tls(), context.nanos()).on(new EvInput.Tick(), context);
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
