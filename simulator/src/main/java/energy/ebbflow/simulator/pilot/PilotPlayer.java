package energy.ebbflow.simulator.pilot;

import energy.ebbflow.hal.Reading;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Plays a script in virtual time, in steps of 1 ms. */
public final class PilotPlayer {
  private PilotPlayer() {}

  /** What is stepped. */
  interface Stage {
    /** An act that is not the plant's. */
    void act(Act act, long millis);

    /** What the devices said, and that a millisecond has passed. */
    void tick(List<Reading> readings, long millis);
  }

  /** The timeline of a script, a line per change. */
  public static List<String> play(PilotScript script) {
    Played played = new Played();
    Plant plant = new Plant(played, script.sampleMillis());
    Stage stage =
        switch (script.subject()) {
          case OUTLET -> new OutletStage(script, plant, played);
          case LINE -> new LineStage(script, plant, played);
        };
    Deque<PilotScript.Step> steps = new ArrayDeque<>(script.steps());
    for (long now = 0; now <= script.endMillis(); now++) {
      played.at(now);
      while (!steps.isEmpty() && steps.element().millis() <= now) {
        happen(steps.remove().act(), plant, stage, now);
      }
      stage.tick(plant.tick(now), now);
    }
    return played.lines();
  }

  private static void happen(Act act, Plant plant, Stage stage, long now) {
    switch (act) {
      case Act.Line(double volts, boolean diode) -> plant.line(volts, diode);
      case Act.Current(double amps) -> plant.current(amps);
      case Act.EmergencyStop(boolean pressed) -> {
        plant.emergencyStop(pressed);
        stage.tick(List.of(new Reading.EmergencyStop(pressed)), now);
      }
      case Act.Residual(boolean tripped) -> {
        plant.residual(tripped);
        stage.tick(List.of(new Reading.ResidualCurrent(tripped, !tripped)), now);
      }
      case Act.Welded(boolean welded) -> plant.weld(welded);
      case Act.Limit limit -> stage.act(limit, now);
      case Act.Offer offer -> stage.act(offer, now);
      case Act.Permit permit -> stage.act(permit, now);
    }
  }
}
