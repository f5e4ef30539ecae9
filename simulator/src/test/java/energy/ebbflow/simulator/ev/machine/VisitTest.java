package energy.ebbflow.simulator.ev.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import energy.ebbflow.simulator.ev.body.VehicleBody;
import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import energy.ebbflow.simulator.ev.model.EvTime;
import energy.ebbflow.simulator.ev.script.Condition;
import energy.ebbflow.simulator.ev.script.Deed;
import energy.ebbflow.simulator.ev.script.Trigger;
import energy.ebbflow.simulator.ev.script.VehicleStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Steps of a visit, in virtual time, on a pilot line and without a charger that talks. */
class VisitTest {
  private static final class Bench {
    final VirtualBoard board = new VirtualBoard(VirtualBoardSpec.acSocket(), reading -> true);
    final VehicleBody body;
    final List<EvEffect> effects = new ArrayList<>();
    private VehicleTerminals shown = VehicleTerminals.UNPLUGGED;
    EvMachine vehicle;

    Bench(EvConfig config, double duty) {
      board.apply(new PilotSignal.Pwm(duty));
      body = new VehicleBody(config.body());
      vehicle = EvMachine.initial(config, new EvTime(0, 0));
    }

    void run(double seconds) {
      long end = board.nanos() + Math.round(seconds * 1e9);
      while (board.nanos() < end) {
        shown = body.exchange(board.tick(shown));
        step(new EvInput.Tick());
      }
    }

    void step(EvInput input) {
      EvMachine.Step step = vehicle.step(input, body.view(), new EvTime(board.nanos(), 0));
      vehicle = step.next();
      for (EvEffect effect : step.effects()) {
        effects.add(effect);
        switch (effect) {
          case EvEffect.Plug plug -> body.plug(plug.in());
          case EvEffect.Ready ready -> body.ready(ready.closed());
          case EvEffect.Allow allow -> body.allow(allow.phase1(), allow.phase2(), allow.phase3());
          case EvEffect.Charge charge -> body.charged(charge.soc());
          default -> {}
        }
      }
    }

    long count(Class<? extends EvEffect> type) {
      return effects.stream().filter(type::isInstance).count();
    }
  }

  private static VehicleStep later(double seconds, Deed deed) {
    return new VehicleStep(seconds + " s later", new Trigger.Later(seconds), deed);
  }

  private static EvConfig vehicle(String name, VehicleStep... steps) throws Exception {
    return VehicleFile.read(name).withSteps(List.of(steps));
  }

  // The user unplugs and comes back: only the last departure is the end of the visit.
  @Test
  void plugComesOutAndInAgain() throws Exception {
    Bench bench =
        new Bench(
            vehicle(
                "ac-three-phase",
                later(5, new Deed.Unplug()),
                later(5, new Deed.Plug()),
                later(5, new Deed.Unplug())),
            20);
    bench.run(7);
    assertFalse(bench.body.view().plugged());
    assertFalse(bench.vehicle.left());
    assertEquals(0, bench.count(EvEffect.Left.class));
    bench.run(5);
    assertTrue(bench.body.view().plugged());
    bench.run(5);
    assertTrue(bench.vehicle.left());
    assertEquals(1, bench.count(EvEffect.Left.class));
  }

  @Test
  void stateOfChargeIsSet() throws Exception {
    Bench bench = new Bench(vehicle("ac-three-phase", later(2, new Deed.SetSoc(91))), 20);
    bench.run(3);
    assertEquals(91, bench.body.view().socPercent(), 0.1);
  }

  // Steps wait for each other, whatever their own triggers say.
  @Test
  void stepsAreTakenOneAfterTheOther() throws Exception {
    VehicleStep first =
        new VehicleStep(
            "plugged for 3 s", new Trigger.Lasting(Condition.PLUGGED, 3), new Deed.SetSoc(60));
    VehicleStep second = new VehicleStep("at 0 s", new Trigger.At(0), new Deed.SetSoc(70));
    Bench bench = new Bench(vehicle("ac-three-phase", first, second), 20);
    bench.run(3.9);
    assertEquals(50, bench.body.view().socPercent(), 0.1);
    bench.run(0.2);
    assertEquals(70, bench.body.view().socPercent(), 0.1);
  }

  // By the pilot line alone: back to state B while paused, and on again.
  @Test
  void pauseOnThePilotLine() throws Exception {
    Bench bench =
        new Bench(
            vehicle("ac-three-phase", later(5, new Deed.Pause()), later(10, new Deed.Resume())),
            20);
    bench.run(4.5);
    assertTrue(ready(bench));
    bench.run(5);
    assertFalse(ready(bench));
    bench.run(8);
    assertTrue(ready(bench));
  }

  private static boolean ready(Bench bench) {
    return bench.vehicle.phase() instanceof BasicCharging charging && charging.ready();
  }

  // Field note: a long time without usable current kills the restart; state F for 4 s wakes it.
  @Test
  void smallCarFallsAsleepAndOnlyANegativeLineWakesIt() throws Exception {
    Bench bench = new Bench(vehicle("zoe"), 11);
    bench.run(299);
    assertEquals("BasicCharging", bench.vehicle.state());
    bench.run(5);
    assertEquals("Asleep", bench.vehicle.state());
    bench.board.apply(new PilotSignal.Pwm(40));
    bench.run(30);
    assertEquals("Asleep", bench.vehicle.state());
    bench.board.apply(new PilotSignal.Negative());
    bench.run(3.9);
    bench.board.apply(new PilotSignal.Pwm(40));
    bench.run(10);
    assertEquals("Asleep", bench.vehicle.state());
    bench.board.apply(new PilotSignal.Negative());
    bench.run(4.1);
    bench.board.apply(new PilotSignal.Pwm(40));
    bench.run(10);
    assertEquals("BasicCharging", bench.vehicle.state());
  }

  // It draws nothing below 8 A, though 7 A is a legal offer.
  @Test
  void smallCarWantsEightAmperes() throws Exception {
    Bench bench = new Bench(vehicle("zoe"), 7 / 0.6);
    bench.board.closeContactors(3);
    bench.run(20);
    assertEquals(0, bench.body.view().phaseAmps());
    bench.board.apply(new PilotSignal.Pwm(9 / 0.6));
    bench.run(10);
    assertEquals(9, bench.body.view().phaseAmps(), 0.1);
  }

  // A broken link: it comes back on its own after 3 s, so often and no more.
  @Test
  void triesAgainAfterABrokenSessionThreeTimes() throws Exception {
    Bench bench = new Bench(vehicle("dropper"), 5);
    for (int i = 0; i < 6; i++) {
      bench.run(4);
      if (bench.vehicle.state().equals("Discovering")) {
        bench.step(new EvInput.Found());
        bench.step(new EvInput.LinkDown("refused"));
        assertEquals("Parked", bench.vehicle.state());
        bench.run(2.9);
        assertEquals("Parked", bench.vehicle.state());
      }
    }
    assertEquals("Parked", bench.vehicle.state());
    assertEquals(1 + EvMachine.RETURNS_MAX, bench.count(EvEffect.Connect.class));
    assertTrue(bench.vehicle.stranded());
  }

  // Only who has nothing ahead is stranded: no further try, no step, no hour of departure.
  @Test
  void strandedIsWhoHasNothingAhead() throws Exception {
    VehicleStep last = later(600, new Deed.SetSoc(60));
    for (boolean planned : new boolean[] {false, true}) {
      EvConfig config = planned ? vehicle("bpt-dc", last) : vehicle("bpt-dc");
      Bench bench = new Bench(config, 5);
      bench.run(4);
      assertEquals("Discovering", bench.vehicle.state());
      assertFalse(bench.vehicle.stranded(), "the search goes on");
      bench.step(new EvInput.NotFound("nobody answered"));
      assertEquals("Plugged", bench.vehicle.state());
      assertEquals(!planned, bench.vehicle.stranded());
      bench.board.apply(new PilotSignal.Steady());
      bench.run(1);
      assertEquals(!planned, bench.vehicle.stranded());
    }
  }

  @Test
  void phrasesOfTriggers() {
    assertEquals(
        Optional.of(new Trigger.Lasting(Condition.CHARGING, 12.5)),
        Trigger.parse("charging for 12.5 s"));
    assertEquals(Optional.of(new Trigger.Lasting(Condition.PAUSED, 0)), Trigger.parse(" paused "));
    assertEquals(
        Optional.of(new Trigger.In("ChargeLoop", 3)), Trigger.parse("in ChargeLoop for 3 s"));
    assertEquals(Optional.of(new Trigger.In("PreCharge", 0)), Trigger.parse("in PreCharge"));
    assertEquals(Optional.of(new Trigger.Soc(false, 40)), Trigger.parse("soc below 40"));
    assertEquals(Optional.of(new Trigger.At(7)), Trigger.parse("at 7 s"));
    assertEquals(Optional.of(new Trigger.Later(7)), Trigger.parse("7 s later"));
    assertEquals(Optional.empty(), Trigger.parse("when it rains"));
    assertEquals(Optional.empty(), Trigger.parse("in chargeloop"));
  }
}
