package energy.ebbflow.simulator.pilot;

import energy.ebbflow.firmware.supervisor.SafeLine;
import energy.ebbflow.firmware.supervisor.Supervisor;
import energy.ebbflow.firmware.supervisor.SupervisorConfig;
import energy.ebbflow.firmware.supervisor.SupervisorEffect;
import energy.ebbflow.firmware.supervisor.Watched;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.iec61851.PilotConfig;
import energy.ebbflow.iec61851.PilotEffect;
import energy.ebbflow.iec61851.PilotInput;
import energy.ebbflow.iec61851.PilotMachine;
import energy.ebbflow.iec61851.PilotState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pilot machine, supervisor and permission alone; the script is the layer above. */
final class LineStage implements PilotPlayer.Stage {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final double AMPS_MAX = 32;

  private final Plant plant;
  private final Played played;
  private SafeLine line;
  private boolean wanted;
  private boolean emergencyStop;
  private boolean residual;
  private Optional<Boolean> closed = Optional.empty();
  private long now;

  LineStage(PilotScript script, Plant plant, Played played) {
    this.plant = plant;
    this.played = played;
    this.line =
        new SafeLine(
            PilotMachine.initial(PilotConfig.standard(script.ventilation())),
            Supervisor.initial(SupervisorConfig.of(false, 230, AMPS_MAX, 80)),
            false);
  }

  @Override
  public void act(Act act, long millis) {
    now = millis;
    switch (act) {
      case Act.Offer(var offer) -> take(line.pilot(new PilotInput.Offer(offer), nanos()));
      case Act.Permit(boolean granted) -> {
        wanted = granted;
        played.note("permission", granted ? "granted" : "withdrawn");
      }
      case Act other ->
          throw new IllegalArgumentException(
              "a bare line expects offer and permit, got " + other + "; use subject outlet");
    }
  }

  @Override
  public void tick(List<Reading> readings, long millis) {
    now = millis;
    for (Reading reading : readings) {
      switch (reading) {
        case Reading.Pilot pilot ->
            take(
                line.pilot(
                    new PilotInput.Sample(pilot.high().value(), pilot.low().value()), nanos()));
        case Reading.Contactor contactor -> {
          closed = Optional.of(contactor.closed());
          take(line.pilot(new PilotInput.ContactorFeedback(contactor.closed()), nanos()));
        }
        case Reading.ContactorUnknown unknown -> {
          closed = Optional.empty();
          take(line.pilot(new PilotInput.ContactorFeedbackLost(), nanos()));
        }
        case Reading.EmergencyStop stop -> emergencyStop = stop.pressed();
        case Reading.ResidualCurrent value -> residual = value.tripped();
        case Reading other -> {}
      }
    }
    take(line.look(watched(), nanos()));
    take(line.pilot(new PilotInput.Tick(), nanos()));
    take(line.permit(wanted, nanos()));
  }

  private long nanos() {
    return now * NANOS_PER_MILLI;
  }

  private Watched watched() {
    Watched idle = Watched.idle(AMPS_MAX);
    PilotState state = line.pilot().state();
    return new Watched(
        state == PilotState.B || state == PilotState.C || state == PilotState.D,
        new Watched.Contactors(line.pilot().contactorsClosed(), closed, 3),
        idle.lock(),
        idle.flow(),
        idle.outlet(),
        idle.grid(),
        idle.meter(),
        new Watched.Devices(
            Map.of(),
            residual,
            Optional.empty(),
            emergencyStop,
            false,
            false,
            Optional.empty(),
            Optional.of(nanos()),
            Map.of()));
  }

  private void take(SafeLine.Step step) {
    line = step.next();
    for (SafeLine.Effect effect : step.effects()) {
      switch (effect) {
        case SafeLine.Effect.Line(PilotEffect carried) -> carryOut(carried);
        case SafeLine.Effect.Fault(SupervisorEffect.Raised raised) ->
            played.note("fault", raised.fault().code() + ": " + raised.detail());
        case SafeLine.Effect.Fault(SupervisorEffect.Cleared cleared) ->
            played.note("fault", cleared.fault().code() + " is over");
      }
    }
  }

  private void carryOut(PilotEffect effect) {
    switch (effect) {
      case PilotEffect.SignalSteady() -> plant.signal(new PilotSignal.Steady());
      case PilotEffect.SignalPwm(double percent) -> plant.signal(new PilotSignal.Pwm(percent));
      case PilotEffect.SignalNotAvailable() -> plant.signal(new PilotSignal.Negative());
      case PilotEffect.CloseContactors() -> plant.contactors(true, "", now);
      case PilotEffect.OpenContactors(String reason) -> plant.contactors(false, reason, now);
      case PilotEffect.StateChanged(PilotState from, PilotState to) ->
          played.note("state", from + " -> " + to);
      case PilotEffect.BcbToggle(int count) -> played.note("toggle", "B-C-B, pulse " + count);
      // The safe line tells it as a fault of the station.
      case PilotEffect.Fault fault -> {}
      case PilotEffect.FaultCleared cleared -> {}
    }
  }
}
