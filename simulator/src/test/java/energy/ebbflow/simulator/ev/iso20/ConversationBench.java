package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
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
import java.util.Queue;
import java.util.function.UnaryOperator;

/** A vehicle, the virtual board and a charger of paper, in virtual time; answers take a tick. */
final class ConversationBench {
  final VirtualBoard board;
  final PaperCharger charger;
  final VehicleBody body;
  final List<V2gMessage> requests = new ArrayList<>();
  final List<EvEffect> effects = new ArrayList<>();
  final List<String> states = new ArrayList<>();
  EvMachine vehicle;

  /** The charger stops answering. */
  boolean mute;

  private final Queue<EvInput> inputs = new ArrayDeque<>();
  private VehicleTerminals shown = VehicleTerminals.UNPLUGGED;

  /** The charger's answers before they reach the vehicle. */
  UnaryOperator<V2gMessage> bend = UnaryOperator.identity();

  ConversationBench(EvConfig config) {
    this(config, true);
  }

  ConversationBench(EvConfig config, boolean dc) {
    board =
        new VirtualBoard(
            dc ? VirtualBoardSpec.dc20kW() : VirtualBoardSpec.acSocket(), reading -> true);
    charger = new PaperCharger(board);
    board.apply(new PilotSignal.Pwm(5));
    body = new VehicleBody(config.body());
    vehicle = EvMachine.initial(config, new EvTime(0, 0));
  }

  /** Runs until the vehicle is in {@code state}; fails after {@code seconds}. */
  void runTo(String state, double seconds) {
    long end = board.nanos() + Math.round(seconds * 1e9);
    while (!vehicle.state().equals(state)) {
      if (board.nanos() >= end) {
        throw new AssertionError("never came to " + state + ": " + states);
      }
      tick();
    }
  }

  void run(double seconds) {
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

  void step(EvInput input) {
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
      case EvEffect.Charge charge -> body.charged(charge.soc());
      case EvEffect.Discover _ -> inputs.add(new EvInput.Found());
      case EvEffect.Connect _ -> inputs.add(new EvInput.LinkUp(false));
      case EvEffect.Send send -> {
        requests.add(send.request());
        if (!mute) {
          inputs.add(new EvInput.Received(bend.apply(charger.answer(send.request()))));
        }
      }
      default -> {}
    }
  }

  /** All requests of a type, in order. */
  <T extends V2gMessage> List<T> requests(Class<T> type) {
    return requests.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The latest request of a type. */
  <T extends V2gMessage> T last(Class<T> type) {
    return requests(type).getLast();
  }

  boolean noted(String part) {
    return effects.stream()
        .anyMatch(e -> e instanceof EvEffect.Note note && note.text().contains(part));
  }
}
