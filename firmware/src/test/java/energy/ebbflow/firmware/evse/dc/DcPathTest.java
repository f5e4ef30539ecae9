package energy.ebbflow.firmware.evse.dc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DcPathTest {
  private static final long SECOND = 1_000_000_000L;
  private static final DcOrder TICK = new DcOrder.Tick();
  private static final DcView OPEN = view(false, 0, 0, 0, Optional.empty(), 0);
  private static final DcView CLOSED = view(true, 0, 0, 0, Optional.empty(), 0);

  @Test
  void aCableCheckClosesTheContactorsWithoutVoltage() {
    DcState state = new Off().on(new DcOrder.CableCheck(450), OPEN, 0);
    assertEquals(new Closing(450, 0), state);
    assertTrue(state.output(OPEN).permission());
    assertEquals(new Command.Off(), state.output(OPEN).converter());
    assertEquals(Isolation.TESTING, state.output(OPEN).isolation());
  }

  @Test
  void contactorsThatDoNotCloseEndTheCableCheck() {
    DcState closing = new Closing(450, 0);
    assertEquals(closing, closing.on(TICK, OPEN, Closing.CLOSE_NANOS - 1));
    Broken broken = assertInstanceOf(Broken.class, closing.on(TICK, OPEN, Closing.CLOSE_NANOS));
    assertEquals(StationFault.CABLE_CHECK, broken.fault());
  }

  /** A value from before the test voltage says nothing about isolation at it. */
  @Test
  void isolationIsJudgedOnlyAtTheTestVoltage() {
    DcState raising = new Closing(450, 0).on(TICK, CLOSED, SECOND);
    DcView early = view(true, 450, 450, 0, Optional.of(10.0), SECOND);
    DcState reached = raising.on(TICK, early, 2 * SECOND);
    assertEquals(new Raising(450, 0, Optional.of(2 * SECOND)), reached);
    assertEquals(reached, reached.on(TICK, early, 3 * SECOND));
    DcView good = view(true, 450, 450, 0, Optional.of(500.0), 3 * SECOND);
    assertEquals(new Insulated(450), reached.on(TICK, good, 3 * SECOND));
  }

  /** IEC 61851-23: 100 kΩ is enough, less is not. */
  @Test
  void isolationBelowAHundredKiloOhmsBreaksTheSession() {
    DcState reached = new Raising(450, 0, Optional.of(SECOND));
    DcView good = view(true, 450, 450, 0, Optional.of(100.0), 2 * SECOND);
    DcView bad = view(true, 450, 450, 0, Optional.of(99.9), 2 * SECOND);
    assertEquals(new Insulated(450), reached.on(TICK, good, 2 * SECOND));
    DcState broken = reached.on(TICK, bad, 2 * SECOND);
    assertInstanceOf(Broken.class, broken);
    assertFalse(broken.output(bad).permission());
    assertEquals(Isolation.INVALID, broken.output(bad).isolation());
  }

  @Test
  void aCableCheckWithoutAValueEndsBeforeTheVehicleGivesUp() {
    DcState raising = new Raising(450, 0, Optional.of(SECOND));
    assertEquals(raising, raising.on(TICK, CLOSED, Raising.CABLE_CHECK_NANOS - 1));
    assertInstanceOf(Broken.class, raising.on(TICK, CLOSED, Raising.CABLE_CHECK_NANOS));
  }

  /** Pre-charge waits until the test voltage has gone below 60 V. */
  @Test
  void preChargeWaitsForASafeVoltage() {
    DcState lowering = new Insulated(450).on(new DcOrder.EndCableCheck(), CLOSED, 0);
    DcView live = view(true, 60, 60, 0, Optional.empty(), 0);
    DcState waiting = lowering.on(new DcOrder.PreCharge(380), live, 0);
    assertEquals(new Lowering(Optional.of(380.0)), waiting);
    assertEquals(waiting, waiting.on(TICK, live, SECOND));
    DcView safe = view(true, 59.9, 59.9, 0, Optional.empty(), 0);
    assertEquals(new PreCharging(380), waiting.on(TICK, safe, SECOND));
  }

  @Test
  void preChargeNeverAsksForMoreThanTheCeiling() {
    Command.HoldVoltage hold =
        assertInstanceOf(
            Command.HoldVoltage.class, new PreCharging(20_000).output(CLOSED).converter());
    assertEquals(500, hold.volts().value());
  }

  @Test
  void energyFollowsTheDecisionInBothDirectionsWithoutOpening() {
    DcState transfer = new PreCharging(380).on(new DcOrder.Start(), CLOSED, 0);
    DcView out = target(-20);
    assertEquals(transfer, transfer.on(TICK, out, SECOND));
    assertTrue(transfer.output(out).permission());
    Command.Current current =
        assertInstanceOf(Command.Current.class, transfer.output(out).converter());
    assertEquals(-20, current.amps().value());
  }

  @Test
  void energyWithoutAPreChargeIsRefused() {
    for (DcState state :
        new DcState[] {
          new Off(), new Closing(450, 0), new Insulated(450), new Lowering(Optional.empty())
        }) {
      assertInstanceOf(Broken.class, state.on(new DcOrder.Start(), CLOSED, 0));
    }
  }

  /** IEC 61851-23: the contactors open below 1 A; a stuck current does not hold them. */
  @Test
  void aStopRampsDownAndThenOpens() {
    DcState ramping = new Transferring().on(new DcOrder.Stop("done"), CLOSED, 0);
    DcView flowing = view(true, 400, 400, 1, Optional.empty(), 0);
    DcView quiet = view(true, 400, 400, 0.9, Optional.empty(), 0);
    assertTrue(ramping.output(flowing).permission());
    assertEquals(ramping, ramping.on(TICK, flowing, Ramping.RAMP_NANOS - 1));
    assertEquals(new Opening(SECOND), ramping.on(TICK, quiet, SECOND));
    DcState opening = ramping.on(TICK, flowing, Ramping.RAMP_NANOS);
    assertInstanceOf(Opening.class, opening);
    assertFalse(opening.output(flowing).permission());
    assertEquals(new Off(), opening.on(TICK, OPEN, 4 * SECOND));
  }

  /** From every state: an abort permits nothing and gives nothing, at once. */
  @Property
  boolean anAbortIsSafeFromEveryState(@ForAll("states") DcState state) {
    DcState after = state.on(new DcOrder.Abort("test"), CLOSED, 0);
    return !after.output(CLOSED).permission()
        && after.output(CLOSED).converter() instanceof Command.Off;
  }

  @Provide
  Arbitrary<DcState> states() {
    return Arbitraries.of(
        new Off(),
        new Closing(450, 0),
        new Raising(450, 0, Optional.empty()),
        new Insulated(450),
        new Lowering(Optional.of(380.0)),
        new PreCharging(380),
        new Transferring(),
        new Ramping(0),
        new Opening(0),
        new Broken(StationFault.CABLE_CHECK, "test"));
  }

  private static DcView target(double amps) {
    return new DcView(true, 400, 400, 0, Optional.empty(), 0, amps, 500, 150);
  }

  private static DcView view(
      boolean closed,
      double converterVolts,
      double vehicleVolts,
      double amps,
      Optional<Double> kiloOhms,
      long atNanos) {
    return new DcView(closed, converterVolts, vehicleVolts, amps, kiloOhms, atNanos, 0, 500, 150);
  }
}
