package energy.ebbflow.hal.infypower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.can.CanFrame;
import energy.ebbflow.hal.infypower.InfyStatus.Flag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The controller's side, against modules that a test moves by hand; no clock, no bus. */
class InfyGroupTest {
  private static final long MILLI = 1_000_000;

  private final List<InfyMessage> orders = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private final Set<Integer> silent = new HashSet<>();
  private final Set<Flag> flags = new HashSet<>(Set.of(Flag.OUTPUT_OFF));
  private InfyGroup group = InfyGroup.initial(new InfyConfig(3, 2, 2, false), 0);
  private long now;
  private boolean takes;
  private boolean turns = true;
  private boolean stuck;
  private int milliamps;
  private int millivolts = 400_000;

  private void step(InfyGroup.Input input) {
    InfyGroup.Step step = group.step(input, now);
    group = step.next();
    readings.addAll(step.readings());
    for (CanFrame frame : step.transmit()) {
      answer(InfyMessage.of(frame).orElseThrow());
    }
  }

  /** Modules answer at once, and carry out what they are told. */
  private void answer(InfyMessage message) {
    if (message.write()) {
      orders.add(message);
      switch (message.item()) {
        case DIRECTION -> takes = turns ? message.value() == InfyItem.FROM_VEHICLE : takes;
        case MODULE_STATE -> {
          if (message.value() == InfyItem.ON) {
            flags.remove(Flag.OUTPUT_OFF);
          } else if (!stuck) {
            flags.add(Flag.OUTPUT_OFF);
          }
        }
        case GROUP_AMPS -> milliamps = message.value();
        default -> {}
      }
      return;
    }
    int module = message.toGroup() ? 0 : message.destination();
    if (silent.contains(module)) {
      return;
    }
    int value =
        switch (message.item()) {
          case GROUP_VOLTS -> millivolts;
          case GROUP_AMPS -> milliamps;
          case MODULE_STATE -> new InfyStatus(flags).value();
          case MODULE_DIRECTION -> takes ? 1 : 0;
          case MODULE_VOLTS_MAX -> 1_000_000;
          case MODULE_VOLTS_MIN -> 200_000;
          case MODULE_AMPS_MAX -> 73_000;
          default -> 0;
        };
    step(new InfyGroup.Input.Received(message.answer(module, 0, value).frame()));
  }

  private void run(long millis) {
    for (long end = now + millis * MILLI; now < end; now += 10 * MILLI) {
      step(new InfyGroup.Input.Tick());
    }
  }

  private void wish(Command command) {
    step(new InfyGroup.Input.Wish(command));
  }

  private static Command current(double amps) {
    return new Command.Current(new Amps(amps), new Volts(450), new Volts(320));
  }

  private Optional<Integer> last(InfyItem item) {
    return orders.stream()
        .filter(order -> order.item() == item)
        .reduce((a, b) -> b)
        .map(InfyMessage::value);
  }

  private List<String> faults() {
    return readings.stream()
        .filter(Reading.DeviceFault.class::isInstance)
        .map(fault -> ((Reading.DeviceFault) fault).detail())
        .toList();
  }

  @Test
  void everythingIsOrderedOffBeforeAnybodyAsks() {
    step(new InfyGroup.Input.Tick());
    assertEquals(Optional.of(InfyItem.OFF), last(InfyItem.MODULE_STATE));
    assertEquals(Optional.of(0), last(InfyItem.GROUP_AMPS));
  }

  @Test
  void aCurrentTowardsTheVehicleIsGivenUnderItsCeiling() {
    run(500);
    wish(current(50));
    assertEquals(Optional.of(InfyItem.TO_VEHICLE), last(InfyItem.DIRECTION));
    assertEquals(Optional.of(450_000), last(InfyItem.GROUP_VOLTS));
    assertEquals(Optional.of(50_000), last(InfyItem.GROUP_AMPS));
    assertEquals(Optional.of(InfyItem.ON), last(InfyItem.MODULE_STATE));
    run(200);
    assertTrue(
        readings.contains(new Reading.Converter(new Volts(400), new Amps(50), new Volts(400))));
  }

  /** The sign is the direction's: modules tell magnitudes. */
  @Test
  void aCurrentFromTheVehicleIsNegativeAndHasItsFloor() {
    run(500);
    wish(current(-30));
    run(600);
    assertEquals(Optional.of(InfyItem.FROM_VEHICLE), last(InfyItem.DIRECTION));
    assertEquals(Optional.of(320_000), last(InfyItem.MODULE_AMPS_MAX));
    assertEquals(Optional.of(30_000), last(InfyItem.GROUP_AMPS));
    assertEquals(
        new Reading.Converter(new Volts(400), new Amps(-30), new Volts(400)), readings.getLast());
  }

  @Test
  void aReversalGoesOverZeroCurrentAndTheModulesTurnBeforeItGoesOn() {
    run(500);
    wish(current(50));
    run(500);
    orders.clear();
    turns = false;
    wish(current(-20));
    // First the current, in the old direction.
    assertEquals(Optional.of(0), last(InfyItem.GROUP_AMPS));
    assertEquals(Optional.of(InfyItem.TO_VEHICLE), last(InfyItem.DIRECTION));
    run(300);
    assertEquals(Optional.of(InfyItem.FROM_VEHICLE), last(InfyItem.DIRECTION));
    assertEquals(Optional.of(0), last(InfyItem.GROUP_AMPS), "no module has turned yet");
    turns = true;
    run(800);
    assertEquals(Optional.of(20_000), last(InfyItem.GROUP_AMPS));
    assertEquals(List.of(), faults());
  }

  @Test
  void modulesThatDoNotTurnAreSwitchedOff() {
    run(500);
    turns = false;
    wish(current(-20));
    run(1_900);
    assertEquals(List.of(), faults());
    run(200);
    assertEquals(
        List.of(
            "expected all modules to turn their direction within 2 s, they did not; the output is"
                + " switched off"),
        faults());
    assertEquals(Optional.of(InfyItem.OFF), last(InfyItem.MODULE_STATE));
    // The same wish is not tried again; another one is.
    turns = true;
    run(1_000);
    assertEquals(Optional.of(InfyItem.OFF), last(InfyItem.MODULE_STATE));
    wish(current(20));
    assertEquals(Optional.of(InfyItem.ON), last(InfyItem.MODULE_STATE));
  }

  @Test
  void aModuleThatFallsSilentIsAFaultAndTheOthersGetNoMoreThanTheyCan() {
    run(500);
    wish(current(140));
    run(200);
    silent.add(1);
    run(1_200);
    assertEquals(List.of(), faults());
    run(300);
    assertEquals(List.of("expected 2 of 2 modules, 1 answer; silent: 1"), faults());
    assertEquals(Optional.of(73_000), last(InfyItem.GROUP_AMPS));
  }

  /** A fault that lasts is said again, because the EVSE forgets what is not repeated for 30 s. */
  @Test
  void silenceIsAFaultAfterASecondAndIsRepeated() {
    run(500);
    silent.addAll(List.of(0, 1));
    run(900);
    assertEquals(List.of(), faults());
    run(200);
    assertEquals(
        List.of("expected voltage and current every 100 ms, got nothing for 1 s"), faults());
    run(9_000);
    long said =
        faults().stream().filter(text -> text.startsWith("expected voltage and current")).count();
    assertEquals(1, said);
    run(1_500);
    assertEquals(
        2,
        faults().stream().filter(text -> text.startsWith("expected voltage and current")).count());
  }

  @Test
  void modulesMayTakeTheirTimeToBoot() {
    silent.addAll(List.of(0, 1));
    run(4_900);
    assertEquals(List.of(), faults());
    run(300);
    assertFalse(faults().isEmpty());
  }

  @Test
  void alarmsAreSaidInWordsWithTheirModule() {
    run(500);
    flags.add(Flag.OVER_TEMPERATURE);
    flags.add(Flag.PHASE_LOST);
    run(300);
    assertEquals(
        List.of(
            "module 0: over-temperature, a phase of the supply is lost",
            "module 0: over-temperature, a phase of the supply is lost; module 1:"
                + " over-temperature, a phase of the supply is lost"),
        faults());
  }

  @Test
  void modulesThatStayOnAgainstTheOrderAreAFault() {
    run(500);
    stuck = true;
    flags.remove(Flag.OUTPUT_OFF);
    run(1_400);
    assertEquals(List.of(), faults());
    run(700);
    assertEquals(
        List.of("expected all modules to be off within 2 s, at least one is still on"), faults());
  }

  @Test
  void aVoltageBelowTheirRangeIsRefusedAndNotRoundedUp() {
    run(500);
    wish(new Command.HoldVoltage(new Volts(100), new Amps(2)));
    assertEquals(Optional.of(InfyItem.OFF), last(InfyItem.MODULE_STATE));
    assertTrue(faults().getFirst().startsWith("asked for 100.0 V, the modules give 200.0 V"));
  }

  @Test
  void aRefusalOfAModuleIsSaid() {
    run(500);
    InfyMessage order = InfyMessage.writeGroup(3, InfyItem.GROUP_VOLTS, 1);
    step(new InfyGroup.Input.Received(order.answer(1, InfyMessage.DATA_INVALID, 1).frame()));
    assertEquals(List.of("module 1 does not accept the value of GROUP_VOLTS"), faults());
  }

  /** Identifiers as two public drivers and a public board's firmware write them. */
  @Test
  void identifiersAndValuesAreThoseOfTheProtocol() {
    assertEquals(
        "02E403F0#11100000000000A0",
        InfyMessage.writeGroup(3, InfyItem.MODULE_STATE, InfyItem.ON).frame().toString());
    assertEquals(
        "02A301F0#1110000000000000",
        InfyMessage.readModule(1, InfyItem.MODULE_STATE).frame().toString());
    CanFrame other = new CanFrame(0x02A301F0, new byte[] {0x7F, 0x7F, 0, 0, 0, 0, 0, 0});
    assertEquals(Optional.empty(), InfyMessage.of(other));
    assertEquals(Optional.empty(), InfyMessage.of(new CanFrame(0x02A301F0, new byte[7])));
    assertEquals(Optional.empty(), InfyMessage.of(new CanFrame(0x12345, new byte[8])));
  }
}
