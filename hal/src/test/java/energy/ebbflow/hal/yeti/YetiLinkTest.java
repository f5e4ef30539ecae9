package energy.ebbflow.hal.yeti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.mcu.McuMessage.Outputs;
import energy.ebbflow.hal.mcu.McuMessage.PilotMode;
import energy.ebbflow.hal.mcu.SafetyLink;
import energy.ebbflow.hal.yeti.YetiMessage.PilotState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The controller's side of the Yeti line, and its frames. */
class YetiLinkTest {
  private static final long MILLI = 1_000_000;
  private static final YetiMessage.Alive ALIVE = new YetiMessage.Alive(1, 0, 1, "2.2-0", 32, 3);

  private final List<YetiMessage.ToBoard> orders = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private SafetyLink link =
      YetiLink.initial(new YetiLink.Outlet(Optional.of(new Amps(16)), true), 0);
  private long now;

  private void step(SafetyLink.Input input) {
    SafetyLink.Step step = link.step(input, now);
    link = step.next();
    readings.addAll(step.readings());
    for (byte[] frame : step.transmit()) {
      orders.add(YetiCodec.decodeOrder(Arrays.copyOf(frame, frame.length - 1)).orElseThrow());
    }
  }

  private void hear(YetiMessage.ToController message) {
    step(new SafetyLink.Input.Received(YetiCodec.encode(message)));
  }

  /** Lets time pass; the board lives. */
  private void run(long millis, boolean lives) {
    for (long end = now + millis * MILLI; now < end; now += 10 * MILLI) {
      if (lives && now % (1000 * MILLI) == 0) {
        hear(ALIVE);
      }
      step(new SafetyLink.Input.Tick());
    }
  }

  private void start() {
    step(new SafetyLink.Input.Tick());
    hear(new YetiMessage.Restarted(false));
    hear(new YetiMessage.Relais(false));
    hear(new YetiMessage.Pilot(PilotState.A));
    hear(ALIVE);
  }

  private void wish(PilotMode mode, int duty, int phases) {
    step(new SafetyLink.Input.Wish(new Outputs(mode, duty, phases, false, 0, 0)));
  }

  private List<String> faults() {
    return readings.stream()
        .filter(Reading.DeviceFault.class::isInstance)
        .map(fault -> ((Reading.DeviceFault) fault).detail())
        .toList();
  }

  @Test
  void theBoardIsResetKeptAliveAndToldItsSafeState() {
    start();
    assertEquals(new YetiMessage.Reset(), orders.getFirst());
    assertTrue(orders.contains(new YetiMessage.KeepAlive()));
    assertTrue(orders.contains(new YetiMessage.AllowPower(false)));
    assertTrue(orders.contains(new YetiMessage.Pwm(YetiMessage.Pwm.STATE_F)));
    // What it said before it was known to be the right board is told now.
    assertEquals(
        List.of(new Reading.Contactor(false), new Reading.Pilot(new Volts(12), new Volts(12))),
        readings);
  }

  @Test
  void aDutyAndPowerAreOrderedAndRepeated() {
    start();
    orders.clear();
    wish(PilotMode.PWM, 2667, 3);
    assertEquals(
        List.of(
            new YetiMessage.Pwm(2667),
            new YetiMessage.Lock(false),
            new YetiMessage.ThreePhases(true),
            new YetiMessage.AllowPower(true)),
        orders);
    orders.clear();
    run(490, true);
    assertFalse(orders.contains(new YetiMessage.AllowPower(true)));
    run(20, true);
    assertTrue(orders.contains(new YetiMessage.AllowPower(true)));
    orders.clear();
    wish(PilotMode.STEADY, 0, 0);
    assertEquals(new YetiMessage.AllowPower(false), orders.getFirst(), "opening goes first");
    assertTrue(orders.contains(new YetiMessage.Pwm(YetiMessage.Pwm.STEADY)));
  }

  @Test
  void statesBecomeTheNominalLevelsAndABrokenDiodeShows() {
    start();
    wish(PilotMode.PWM, 5000, 0);
    hear(new YetiMessage.Pilot(PilotState.C));
    assertEquals(new Reading.Pilot(new Volts(6), new Volts(-12)), readings.getLast());
    hear(new YetiMessage.Errors(true, false, false, false, false, false, false));
    hear(new YetiMessage.Pilot(PilotState.B));
    assertEquals(new Reading.Pilot(new Volts(9), new Volts(-9)), readings.getLast());
  }

  @Test
  void whatTheBoardMeasuresIsTold() {
    start();
    hear(new YetiMessage.Proximity(20));
    assertEquals(new Reading.Proximity(Optional.of(new Amps(20))), readings.getLast());
    hear(new YetiMessage.Proximity(0));
    assertEquals(new Reading.Proximity(Optional.empty()), readings.getLast());
    hear(new YetiMessage.LockState(YetiMessage.LockPosition.LOCKED));
    assertEquals(new Reading.Lock(true), readings.getLast());
    hear(new YetiMessage.Errors(false, false, true, false, false, false, false));
    assertTrue(readings.contains(new Reading.ResidualCurrent(true, true)));
    hear(
        new YetiMessage.Meter(
            List.of(230.0, 231.0, 229.0),
            List.of(10.0, 0.0, 0.0),
            List.of(2300.0, 0.0, 0.0),
            1500,
            List.of(41.0, 42.0, 43.0, 39.0)));
    assertTrue(readings.contains(new Reading.Temperature("L1", 41)));
    assertTrue(readings.contains(new Reading.Temperature("L3", 43)));
    assertTrue(readings.contains(new Reading.Temperature("N", 39)));
    Reading.Meter meter = (Reading.Meter) readings.getLast();
    assertEquals(2300, meter.power().value(), 0.1);
    assertEquals(1500, meter.imported().value(), 0.1);
  }

  @Test
  void silenceIsAFaultAfterTwoAndAHalfSecondsAndTheBoardIsResetAnew() {
    start();
    run(2_490, false);
    assertEquals(List.of(), faults());
    orders.clear();
    run(20, false);
    assertEquals(List.of("expected a sign of life every second, got nothing for 2.5 s"), faults());
    assertTrue(orders.contains(new YetiMessage.Reset()));
    long before = readings.stream().filter(Reading.Pilot.class::isInstance).count();
    run(1_000, false);
    assertEquals(
        before,
        readings.stream().filter(Reading.Pilot.class::isInstance).count(),
        "a board that is not heard has no pilot level");
  }

  /** Its relays were open, and nobody has told it to close them: they are still open. */
  @Test
  void aRestartOfItsOwnIsAFault() {
    start();
    readings.clear();
    hear(new YetiMessage.Restarted(true));
    hear(ALIVE);
    assertEquals(
        List.of(
            new Reading.DeviceFault(YetiLink.DEVICE, "it restarted by itself (its watchdog)"),
            new Reading.Contactor(false)),
        readings);
  }

  /** What has welded does not let go in a restart: only its own word counts. */
  @Test
  void relaysOfASilentBoardAreUnknownUntilItSaysWhereTheyAre() {
    start();
    wish(PilotMode.PWM, 5000, 3);
    hear(new YetiMessage.Relais(true));
    run(2_510, false);
    assertEquals(new Reading.ContactorUnknown(), readings.getLast());
    readings.clear();
    run(500, false);
    assertEquals(List.of(), readings);
    hear(new YetiMessage.Restarted(false));
    hear(new YetiMessage.Pilot(PilotState.A));
    hear(ALIVE);
    assertTrue(readings.contains(new Reading.ContactorUnknown()), readings::toString);
    assertEquals(List.of(), contactors(), "neither a restart nor an empty socket opens a weld");
    hear(new YetiMessage.Relais(false));
    assertEquals(List.of(new Reading.Contactor(false)), contactors());
  }

  @Test
  void aRestartUnderPowerLeavesTheRelaysUnknownUntilItSaysWhereTheyAre() {
    for (boolean welded : List.of(true, false)) {
      start();
      wish(PilotMode.PWM, 5000, 3);
      hear(new YetiMessage.Relais(true));
      readings.clear();
      hear(new YetiMessage.Restarted(true));
      assertEquals(
          List.of(
              new Reading.DeviceFault(
                  YetiLink.DEVICE,
                  "it restarted by itself (its watchdog); whether its relays have opened is not"
                      + " known until it says so"),
              new Reading.ContactorUnknown()),
          readings);
      wish(PilotMode.STEADY, 0, 0);
      hear(new YetiMessage.Relais(welded));
      hear(ALIVE);
      assertEquals(List.of(new Reading.Contactor(welded)), contactors());
      hear(new YetiMessage.Relais(false));
    }
  }

  /** The board may have closed them and died before it could say so. */
  @Test
  void aRestartRightAfterTheOrderToCloseLeavesTheRelaysUnknown() {
    start();
    wish(PilotMode.PWM, 5000, 3);
    wish(PilotMode.PWM, 5000, 0);
    hear(new YetiMessage.Restarted(true));
    assertEquals(new Reading.ContactorUnknown(), readings.getLast());
  }

  /** An order that never left the controller closed nothing. */
  @Test
  void aWishThatWasNeverSentLeavesOpenRelaysOpen() {
    start();
    run(3_000, false);
    assertFalse(((YetiLink) link).running());
    readings.clear();
    wish(PilotMode.PWM, 5000, 3);
    wish(PilotMode.STEADY, 0, 0);
    hear(new YetiMessage.Restarted(false));
    hear(new YetiMessage.Relais(false));
    hear(ALIVE);
    readings.clear();
    hear(new YetiMessage.Restarted(true));
    assertFalse(readings.contains(new Reading.ContactorUnknown()), readings::toString);
  }

  /** An order that was never carried out is over 3 s after the next; both sides of it. */
  @Test
  void anOrderThatWasNeverCarriedOutIsForgotten() {
    for (boolean over : List.of(false, true)) {
      start();
      wish(PilotMode.PWM, 5000, 3);
      wish(PilotMode.STEADY, 0, 0);
      run(over ? 3_020 : 2_980, true);
      readings.clear();
      hear(new YetiMessage.Restarted(true));
      assertEquals(!over, readings.contains(new Reading.ContactorUnknown()), readings::toString);
      hear(new YetiMessage.Relais(false));
    }
  }

  /** They closed, and were said to be open again: then that holds, also with the order standing. */
  @Test
  void relaysThatWereSaidToBeOpenAfterTheOrderAreOpen() {
    start();
    wish(PilotMode.PWM, 5000, 3);
    hear(new YetiMessage.Relais(true));
    hear(new YetiMessage.Relais(false));
    wish(PilotMode.STEADY, 0, 0);
    hear(new YetiMessage.Restarted(true));
    assertFalse(readings.contains(new Reading.ContactorUnknown()), readings::toString);
    run(2_510, false);
    assertFalse(readings.contains(new Reading.ContactorUnknown()), readings::toString);
  }

  /** A board that has said nothing of its relays since the station started: nothing is claimed. */
  @Test
  void relaysThatWereNeverSpokenOfAreNotClaimedToBeOpen() {
    step(new SafetyLink.Input.Tick());
    hear(new YetiMessage.Restarted(false));
    hear(new YetiMessage.Pilot(PilotState.A));
    hear(ALIVE);
    assertTrue(((YetiLink) link).running());
    assertEquals(List.of(), contactors());
  }

  private List<Reading> contactors() {
    return readings.stream().filter(Reading.Contactor.class::isInstance).toList();
  }

  @Test
  void aBoardThatDoesNotAnswerTheResetIsUsedAllTheSame() {
    run(3_100, false);
    assertEquals(3, orders.stream().filter(YetiMessage.Reset.class::isInstance).count());
    hear(ALIVE);
    assertTrue(((YetiLink) link).running());
  }

  @Test
  void anOldFirmwareAndAWeakBoardStayOutOfService() {
    step(new SafetyLink.Input.Tick());
    hear(new YetiMessage.Restarted(false));
    hear(new YetiMessage.Alive(1, 0, 1, "1.9", 32, 3));
    assertEquals(
        List.of(
            "expected firmware 2 or newer, got \"1.9\", whose messages are others; the station"
                + " stays out of service"),
        faults());
    assertFalse(((YetiLink) link).running());
    hear(new YetiMessage.Alive(1, 0, 1, "2.2", 10, 3));
    assertEquals(
        "expected relays for 16.0 A, it says 10.0 A; the station stays out of service",
        faults().getLast());
    assertFalse(((YetiLink) link).running());
  }

  /** The check value of CRC-32/JAMCRC of "123456789" is 0x340BC6D9; frames carry it low first. */
  @Test
  void framesAreThoseOfTheProtocol() {
    // Field 104 (varint): tag C0 06, value 1; CRC; COBS.
    byte[] frame = YetiCodec.encode(new YetiMessage.AllowPower(true));
    assertEquals("C00601", HexFormat.of().withUpperCase().formatHex(frame, 1, 4));
    assertEquals(0, frame[frame.length - 1]);
    byte[] damaged = Arrays.copyOf(frame, frame.length - 1);
    damaged[2] ^= 1;
    assertEquals(Optional.empty(), YetiCodec.decodeOrder(damaged));
  }

  @Property(tries = 500)
  void garbageNeverBreaksTheLink(@ForAll @Size(max = 600) byte[] bytes) {
    YetiLink fresh = YetiLink.initial(new YetiLink.Outlet(Optional.empty(), false), 0);
    SafetyLink.Step step = fresh.step(new SafetyLink.Input.Received(bytes), MILLI);
    assertEquals(List.of(), step.readings());
  }

  @Property(tries = 500)
  void messagesOfProtocolBuffersThatAreNoneAreRefused(@ForAll @Size(max = 80) byte[] bytes) {
    ProtoFields.of(bytes).ifPresent(fields -> fields.text(3));
  }

  private void hearMeter() {
    hear(
        new YetiMessage.Meter(
            List.of(230.0, 231.0, 229.0),
            List.of(0.0, 0.0, 0.0),
            List.of(0.0, 0.0, 0.0),
            1500,
            List.of(41.0, 42.0, 43.0, 39.0)));
  }

  private List<Reading> temperatures() {
    return readings.stream().filter(Reading.Temperature.class::isInstance).toList();
  }

  private static List<Reading> noTemperatures() {
    return List.of(
        new Reading.Temperature("L1", Double.NaN),
        new Reading.Temperature("L2", Double.NaN),
        new Reading.Temperature("L3", Double.NaN),
        new Reading.Temperature("N", Double.NaN));
  }

  /** Its meter speaks once a second: what it said last must not stand for ever. */
  @Test
  void sensorsThatFallSilentAreNoCoolOnes() {
    start();
    hearMeter();
    readings.clear();
    run(9_990, true);
    assertEquals(List.of(), temperatures());
    run(30_000, true);
    assertEquals(noTemperatures(), temperatures());
    readings.clear();
    hearMeter();
    assertTrue(readings.contains(new Reading.Temperature("L1", 41)));
  }

  /** The same after the line was lost. */
  @Test
  void sensorsAreExpectedAgainOnALineThatIsOpenedAnew() {
    start();
    hearMeter();
    link = link.anew(now);
    readings.clear();
    start();
    run(10_100, true);
    assertEquals(noTemperatures(), temperatures());
  }

  /** What the sensors say before the board is known is kept, each for itself. */
  @Test
  void allSensorsAreToldOnceTheBoardIsKnown() {
    step(new SafetyLink.Input.Tick());
    hear(new YetiMessage.Restarted(false));
    hearMeter();
    assertEquals(List.of(), temperatures());
    hear(ALIVE);
    assertEquals(4, temperatures().size());
  }

  @Test
  void relaysOfNoKnownCurrentAreTooSmall() {
    step(new SafetyLink.Input.Tick());
    hear(new YetiMessage.Restarted(false));
    hear(new YetiMessage.Alive(1, 0, 1, "2.2-0", Double.NaN, 3));
    assertEquals(1, faults().size());
  }

  /**
   * It tells errors when they change; a station that waits for a self-test must not wait in vain.
   */
  @Test
  void whatItSaysOfResidualCurrentsHoldsWithEachSignOfLife() {
    start();
    hear(new YetiMessage.Errors(false, false, false, false, false, false, false));
    readings.clear();
    run(5_000, true);
    assertEquals(
        5, readings.stream().filter(new Reading.ResidualCurrent(false, true)::equals).count());
    hear(new YetiMessage.Errors(false, true, false, false, false, false, false));
    readings.clear();
    run(1_000, true);
    assertTrue(readings.contains(new Reading.ResidualCurrent(false, false)));
  }
}
