package energy.ebbflow.simulator.ev;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.ResponseCode;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.cable.StationTerminals;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import energy.ebbflow.simulator.ev.body.VehicleBody;
import energy.ebbflow.simulator.ev.machine.EvMachine;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import energy.ebbflow.simulator.ev.model.EvTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.UnaryOperator;

/** A vehicle, a virtual board and whoever answers, in virtual time; answers take a tick. */
public final class TalkBench {
  public final VirtualBoard board;
  public final VehicleBody body;
  public final List<V2gMessage> requests = new ArrayList<>();
  public final List<EvEffect> effects = new ArrayList<>();
  public final List<String> states = new ArrayList<>();
  public EvMachine vehicle;

  /** Name of a state of the vehicle whose requests are never answered. */
  public String silentIn = "";

  private final UnaryOperator<V2gMessage> charger;
  private final Queue<EvInput> inputs = new ArrayDeque<>();
  private VehicleTerminals shown = VehicleTerminals.UNPLUGGED;

  /** The charger answers every request of a session, and agrees to what the vehicle wants most. */
  public TalkBench(VirtualBoard board, EvConfig config, UnaryOperator<V2gMessage> charger) {
    this.board = board;
    this.charger = charger;
    board.apply(new PilotSignal.Pwm(5));
    body = new VehicleBody(config.body());
    vehicle = EvMachine.initial(config, new EvTime(0, 0));
  }

  /** Runs until the vehicle is in {@code state}; fails after {@code seconds}. */
  public void runTo(String state, double seconds) {
    long end = board.nanos() + Math.round(seconds * 1e9);
    while (!vehicle.state().equals(state)) {
      if (board.nanos() >= end) {
        throw new AssertionError("never came to " + state + ": " + states + notes());
      }
      tick();
    }
  }

  public void run(double seconds) {
    long end = board.nanos() + Math.round(seconds * 1e9);
    while (board.nanos() < end) {
      tick();
    }
  }

  private void tick() {
    StationTerminals station = board.tick(shown);
    shown = body.exchange(station);
    int waiting = inputs.size();
    for (int i = 0; i < waiting; i++) {
      step(inputs.remove());
    }
    step(new EvInput.Tick());
  }

  private void step(EvInput input) {
    EvMachine.Step step =
        vehicle.step(input, body.view(), new EvTime(board.nanos(), board.nanos() / 1_000_000_000));
    if (!step.next().state().equals(vehicle.state())) {
      states.add(step.next().state());
    }
    vehicle = step.next();
    step.effects().forEach(this::carryOut);
  }

  private void carryOut(EvEffect effect) {
    effects.add(effect);
    switch (effect) {
      case EvEffect.Plug plug -> body.plug(plug.in());
      case EvEffect.Ready ready -> body.ready(ready.closed());
      case EvEffect.Contactor contactor -> body.contactor(contactor.close());
      case EvEffect.Allow allow -> body.allow(allow.phase1(), allow.phase2(), allow.phase3());
      case EvEffect.Discover _ -> inputs.add(new EvInput.Found());
      case EvEffect.Connect _ -> inputs.add(new EvInput.LinkUp(false));
      case EvEffect.Send send -> {
        requests.add(send.request());
        if (!vehicle.state().equals(silentIn)) {
          inputs.add(new EvInput.Received(answer(send.request())));
        }
      }
      default -> {}
    }
  }

  private V2gMessage answer(V2gMessage request) {
    return request instanceof SupportedAppProtocolRequest r
        ? new SupportedAppProtocolResponse(
            ResponseCode.OK_SUCCESSFUL_NEGOTIATION,
            Optional.of(r.appProtocol().getFirst().schemaId()))
        : charger.apply(request);
  }

  private List<String> notes() {
    return effects.stream()
        .filter(EvEffect.Note.class::isInstance)
        .map(e -> ((EvEffect.Note) e).text())
        .toList();
  }

  public boolean noted(String part) {
    return notes().stream().anyMatch(text -> text.contains(part));
  }

  /** Fails with everything that is known unless {@code part} was noted. */
  public void assertNoted(String part) {
    if (!noted(part)) {
      throw new AssertionError("never noted " + part + ": " + notes() + " in " + states);
    }
  }
}
