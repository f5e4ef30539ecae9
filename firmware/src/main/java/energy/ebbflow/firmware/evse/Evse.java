package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.evse.dc.Off;
import energy.ebbflow.firmware.power.PowerDecision;
import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.iec61851.PilotConfig;
import energy.ebbflow.iec61851.PilotState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One outlet. Immutable and pure: {@link #step} is the only way forward.
 *
 * <p>Within a step the order is that of safety: readings, supervisor, pilot line, vehicle session,
 * energy decision, outputs. The effects of a step are to be carried out in their order.
 */
public final class Evse {
  /** A new state and what is to be done. */
  public record Step(Evse next, List<EvseEffect> effects) {
    public Step {
      effects = List.copyOf(effects);
    }
  }

  private final EvseSettings settings;
  private final EvseState state;

  private Evse(EvseSettings settings, EvseState state) {
    this.settings = settings;
    this.state = state;
  }

  /** An outlet that has just been switched on: contactors open, nothing offered. */
  public static Evse initial(EvseSettings settings) {
    return initial(settings, PilotConfig.standard(settings.evse().ventilation()));
  }

  /** The same with other times of the pilot machine, for boards with slow feedback. */
  public static Evse initial(EvseSettings settings, PilotConfig pilot) {
    return new Evse(settings, new EvseState(settings, pilot));
  }

  /** Takes one input. */
  public Step step(EvseInput input, Moment now) {
    Pass pass = new Pass(settings, state.copy(), now);
    pass.run(input);
    return new Step(new Evse(settings, pass.state), pass.effects);
  }

  /**
   * Takes one input in two halves: a vehicle's request is answered after the first one where the
   * answer goes with nothing that has to be done before it is sent. What is decided on power is in
   * the next response in any case. Both halves together are {@link #step}.
   */
  public Heard hear(EvseInput input, Moment now) {
    Pass pass = new Pass(settings, state.copy(), now);
    pass.hear(input);
    return new Heard(settings, pass, pass.answer());
  }

  /** An input that was heard, but not yet followed. */
  public static final class Heard {
    private final EvseSettings settings;
    private final Pass pass;
    private final Optional<EvseEffect.Respond> answer;

    private Heard(EvseSettings settings, Pass pass, Optional<EvseEffect.Respond> answer) {
      this.settings = settings;
      this.pass = pass;
      this.answer = answer;
    }

    /** To be sent at once; absent where the answer, if any, is among the effects of the rest. */
    public Optional<EvseEffect.Respond> answer() {
      return answer;
    }

    /** The second half; to be asked for once. */
    public Step rest() {
      pass.settle();
      return new Step(new Evse(settings, pass.state), pass.effects);
    }
  }

  /** Debounced state of the pilot line. */
  public PilotState line() {
    return state.line;
  }

  /**
   * When the pilot line has something to do without any further input; absent if never. A loop that
   * comes earlier than its usual tick keeps the contactors' deadline to the point.
   */
  public OptionalLong nextDeadlineNanos(long nowNanos) {
    return state.pilot.nextDeadlineNanos(nowNanos);
  }

  /**
   * Nothing is plugged in, no session runs, and the contactors are open, by command and by their
   * mirror: there is nothing that could have to be switched off.
   */
  public boolean vacant() {
    return state.line == PilotState.A
        && !state.plugged()
        && state.session.isEmpty()
        && !state.contactorsCommanded
        && !state.contactorsClosed()
        && state.dc instanceof Off;
  }

  /** The contactors are told to be closed. */
  public boolean contactorsCommanded() {
    return state.contactorsCommanded;
  }

  /** The layers above the pilot permit energy. */
  public boolean permission() {
    return state.permission;
  }

  /** The energy decision as it stands. */
  public PowerDecision decision() {
    return state.decision;
  }

  /** The fault with the strongest reaction; absent if there is none. */
  public Optional<StationFault> worstFault() {
    return state.supervisor.worst();
  }

  /** Identifier of the transaction that runs. */
  public Optional<String> transaction() {
    return state.running().map(Transaction.Running::id);
  }
}
