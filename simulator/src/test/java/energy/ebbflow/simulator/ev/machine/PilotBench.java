package energy.ebbflow.simulator.ev.machine;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.iec61851.PilotConfig;
import energy.ebbflow.iec61851.PilotEffect;
import energy.ebbflow.iec61851.PilotInput;
import energy.ebbflow.iec61851.PilotMachine;
import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
import energy.ebbflow.simulator.cable.StationTerminals;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import energy.ebbflow.simulator.ev.body.VehicleBody;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import energy.ebbflow.simulator.ev.model.EvTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * A station of nothing but the real pilot machine and the virtual board, and a vehicle, in virtual
 * time.
 */
final class PilotBench {
  final List<String> trace = new ArrayList<>();
  final List<EvEffect> evEffects = new ArrayList<>();
  final VirtualBoard board;
  final VehicleBody body;
  EvMachine vehicle;
  PilotMachine pilot = PilotMachine.initial(PilotConfig.standard(false));
  private final Queue<PilotInput> inputs = new ArrayDeque<>();
  private VehicleTerminals shown = VehicleTerminals.UNPLUGGED;

  PilotBench(VirtualBoardSpec spec, EvConfig config) {
    board = new VirtualBoard(spec, this::read);
    board.apply(new PilotSignal.Steady());
    body = new VehicleBody(config.body());
    vehicle = EvMachine.initial(config, new EvTime(0, 0));
  }

  private boolean read(Reading reading) {
    switch (reading) {
      case Reading.Pilot p -> inputs.add(new PilotInput.Sample(p.high().value(), p.low().value()));
      case Reading.Contactor c -> inputs.add(new PilotInput.ContactorFeedback(c.closed()));
      default -> {}
    }
    return true;
  }

  void offer(PilotOffer offer) {
    stepPilot(new PilotInput.Offer(offer));
  }

  void permit(boolean granted) {
    stepPilot(new PilotInput.Permission(granted));
  }

  void run(double seconds) {
    long end = board.nanos() + Math.round(seconds * 1e9);
    while (board.nanos() < end) {
      StationTerminals station = board.tick(shown);
      shown = body.exchange(station);
      stepVehicle(new EvInput.Tick());
      stepPilot(new PilotInput.Tick());
      for (PilotInput input = inputs.poll(); input != null; input = inputs.poll()) {
        stepPilot(input);
      }
    }
  }

  void stepVehicle(EvInput input) {
    EvMachine.Step step =
        vehicle.step(input, body.view(), new EvTime(board.nanos(), board.nanos() / 1_000_000_000));
    if (!step.next().state().equals(vehicle.state())) {
      note("ev " + step.next().state());
    }
    vehicle = step.next();
    for (EvEffect effect : step.effects()) {
      evEffects.add(effect);
      switch (effect) {
        case EvEffect.Plug plug -> body.plug(plug.in());
        case EvEffect.Ready ready -> body.ready(ready.closed());
        case EvEffect.Contactor contactor -> body.contactor(contactor.close());
        case EvEffect.Allow allow -> body.allow(allow.phase1(), allow.phase2(), allow.phase3());
        case EvEffect.Charge charge -> body.charged(charge.soc());
        default -> {}
      }
    }
  }

  private void stepPilot(PilotInput input) {
    PilotMachine.Step step = pilot.step(input, board.nanos());
    pilot = step.next();
    for (PilotEffect effect : step.effects()) {
      carryOut(effect);
    }
  }

  private void carryOut(PilotEffect effect) {
    switch (effect) {
      case PilotEffect.SignalSteady _ -> board.apply(new PilotSignal.Steady());
      case PilotEffect.SignalPwm pwm -> board.apply(new PilotSignal.Pwm(pwm.dutyPercent()));
      case PilotEffect.SignalNotAvailable _ -> board.apply(new PilotSignal.Negative());
      case PilotEffect.CloseContactors _ -> board.closeContactors(3);
      case PilotEffect.OpenContactors _ -> board.openContactors();
      case PilotEffect.StateChanged change -> note("pilot " + change.from() + change.to());
      case PilotEffect.Fault fault -> note("fault " + fault.fault());
      case PilotEffect.FaultCleared fault -> note("cleared " + fault.fault());
      default -> note(effect.toString());
    }
  }

  private void note(String text) {
    trace.add(String.format("%.3f %s", board.nanos() / 1e9, text));
  }

  boolean traced(String text) {
    return trace.stream().anyMatch(line -> line.endsWith(" " + text));
  }
}
