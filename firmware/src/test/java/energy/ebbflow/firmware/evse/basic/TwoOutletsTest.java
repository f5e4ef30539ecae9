package energy.ebbflow.firmware.evse.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.circuit.Circuit;
import energy.ebbflow.firmware.circuit.Claim;
import energy.ebbflow.firmware.circuit.Grant;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.basic.PilotCar.Habit;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import energy.ebbflow.iec61851.tolerance.ToleranceConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R16: two outlets of one station on one circuit, each with its own machine. */
class TwoOutletsTest {
  private static final long TURN_SECONDS = 900;
  private static final BasicSettings SHARING =
      new BasicSettings(
          ToleranceConfig.standard(),
          BasicSettings.Rule.LEARN,
          false,
          Optional.empty(),
          Optional.empty(),
          true);

  private final List<BasicRig> rigs = List.of(new BasicRig(SHARING), new BasicRig(SHARING));
  private Circuit circuit = Circuit.initial(16, TURN_SECONDS * BasicRig.SECOND);
  private final List<Map.Entry<Integer, Grant>> late = new ArrayList<>();
  private double peak;

  private void wire(double capacity) {
    circuit = Circuit.initial(capacity, TURN_SECONDS * BasicRig.SECOND);
    for (int i = 0; i < rigs.size(); i++) {
      int number = i + 1;
      rigs.get(i).circuit = claim -> claimed(number, claim);
    }
  }

  private void claimed(int number, Claim claim) {
    Circuit.Step step =
        circuit.claimed(
            new Claim(
                number,
                claim.wantedAmps(),
                claim.minimumAmps(),
                claim.pausable(),
                claim.heldAmps(),
                claim.obeyedAmps()),
            rigs.get(number - 1).nanos);
    circuit = step.next();
    late.addAll(step.grants().entrySet());
  }

  /** Both live side by side; grants arrive with the next tick. */
  private void run(double seconds) {
    for (int i = 0; i < seconds * 5; i++) {
      List<Map.Entry<Integer, Grant>> due = List.copyOf(late);
      late.clear();
      due.forEach(g -> rigs.get(g.getKey() - 1).input(new EvseInput.Granted(g.getValue())));
      rigs.forEach(rig -> rig.run(0.2, BasicRig.SECOND / 5));
      peak = Math.max(peak, rigs.get(0).car.amps() + rigs.get(1).car.amps());
    }
  }

  private void plug(Verdict verdict) {
    for (BasicRig rig : rigs) {
      rig.preset(verdict, 6);
      rig.car = new PilotCar(Habit.TOLERANT, 500);
      rig.car.plug(true);
    }
    run(2);
    rigs.forEach(BasicRig::touchCard);
  }

  @Test
  void twoVehiclesShareTheCircuit() {
    wire(16);
    plug(Verdict.TOLERANT);
    run(120);
    assertEquals(8, rigs.get(0).car.amps(), 0.11);
    assertEquals(8, rigs.get(1).car.amps(), 0.11);
    rigs.get(0).car.plug(false);
    run(30);
    assertEquals(16, rigs.get(1).car.amps(), 0.11, "what is free is given to who is left");
    assertTrue(peak <= 16.01, "never more than the circuit carries, but " + peak);
  }

  /** 10 A do not make two times 6 A: one charges, the other waits, and they change places. */
  @Test
  void belowTwoMinimaTheyTakeTurns() {
    wire(10);
    plug(Verdict.TOLERANT);
    run(300);
    boolean first = rigs.get(0).car.drawing();
    assertTrue(first != rigs.get(1).car.drawing(), "one of them charges");
    run(TURN_SECONDS + 200);
    assertEquals(!first, rigs.get(0).car.drawing());
    assertEquals(first, rigs.get(1).car.drawing());
    assertTrue(peak <= 10.01, "never more than the circuit carries, but " + peak);
  }

  /** An outlet that hears nothing more uses nothing: its lease ends after 5 s. */
  @Test
  void withoutAWordTheLeaseEnds() {
    wire(16);
    plug(Verdict.TOLERANT);
    run(100);
    assertTrue(rigs.get(0).car.drawing());
    rigs.forEach(rig -> rig.circuit = claim -> {});
    late.clear();
    run(3);
    assertTrue(rigs.get(0).car.drawing(), "the last grant still holds");
    run(8);
    assertFalse(rigs.get(0).car.drawing());
    assertFalse(rigs.get(1).car.drawing());
  }
}
