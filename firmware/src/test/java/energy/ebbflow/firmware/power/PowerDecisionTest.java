package energy.ebbflow.firmware.power;

import static energy.ebbflow.firmware.power.Precedence.DEFAULT;
import static energy.ebbflow.firmware.power.Precedence.HARD;
import static energy.ebbflow.firmware.power.Precedence.MOBILITY;
import static energy.ebbflow.firmware.power.Precedence.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PowerDecisionTest {
  private static final Lease BOARD = Lease.standing("board", HARD, Bounds.limits(20_000, 15_000));
  private static final Lease UNMANAGED =
      Lease.standing("unmanaged", DEFAULT, Bounds.target(Double.MAX_VALUE));

  @Test
  void withoutAnyLeaseNothingFlows() {
    assertEquals(0, PowerDecision.decide(List.of(), 0).setpoint().value());
    assertEquals(PowerDecision.NOBODY, PowerDecision.decide(List.of(), 0).charge().source());
  }

  /** Silence is not permission: a direction for which no limit is granted is closed. */
  @Test
  void aDirectionThatNobodyOpenedStaysClosed() {
    PowerDecision decision =
        PowerDecision.decide(
            List.of(
                Lease.standing("charge only", HARD, Bounds.charge(11_000)),
                Lease.standing("back office", SERVICE, Bounds.target(-5_000))),
            0);
    assertEquals(0, decision.setpoint().value());
    assertEquals(PowerDecision.NOBODY, decision.winner());
  }

  @Test
  void theSmallestLimitWinsAndIsNamed() {
    PowerDecision decision =
        PowerDecision.decide(
            List.of(BOARD, Lease.standing("cable", HARD, Bounds.charge(11_000)), UNMANAGED), 0);
    assertEquals(11_000, decision.setpoint().value());
    assertEquals("cable", decision.winner());
    assertEquals("board", decision.discharge().source());
  }

  @Test
  void aSetpointInsideTheLimitsIsNamedItself() {
    PowerDecision decision =
        PowerDecision.decide(
            List.of(BOARD, UNMANAGED, Lease.standing("csms", SERVICE, Bounds.target(-9_000))), 0);
    assertEquals(-9_000, decision.setpoint().value());
    assertEquals("csms", decision.winner());
  }

  @Test
  void dischargeIsCutByItsOwnLimit() {
    PowerDecision decision =
        PowerDecision.decide(
            List.of(BOARD, Lease.standing("csms", SERVICE, Bounds.target(-19_000))), 0);
    assertEquals(-15_000, decision.setpoint().value());
    assertEquals("board", decision.winner());
  }

  /** R11, R12: what the user needs outranks an energy service, and its limits too. */
  @Test
  void theUsersNeedIsNotHeldBackByAnEnergyService() {
    PowerDecision decision =
        PowerDecision.decide(
            List.of(
                BOARD,
                Lease.standing(
                    "csms",
                    SERVICE,
                    new Bounds(
                        Bounds.charge(3_000).chargeMax(),
                        Optional.empty(),
                        Bounds.target(-9_000).setpoint())),
                Lease.standing("minimum energy", MOBILITY, Bounds.target(Double.MAX_VALUE))),
            0);
    assertEquals(20_000, decision.setpoint().value());
  }

  /** R11: a hard limit holds against everybody. */
  @Test
  void theUsersNeedIsHeldBackByTheGridOperator() {
    PowerDecision decision =
        PowerDecision.decide(
            List.of(
                BOARD,
                Lease.standing("grid operator", HARD, Bounds.charge(4_200)),
                Lease.standing("minimum energy", MOBILITY, Bounds.target(Double.MAX_VALUE))),
            0);
    assertEquals(4_200, decision.setpoint().value());
    assertEquals("grid operator", decision.winner());
  }

  @Test
  void withinAClassTheEarlierLeaseSteers() {
    PowerDecision decision =
        PowerDecision.decide(
            List.of(
                BOARD,
                Lease.standing("cpo", SERVICE, Bounds.target(1_000)),
                Lease.standing("ems", SERVICE, Bounds.target(2_000))),
            0);
    assertEquals("cpo", decision.winner());
  }

  /** Both sides of the end: one nanosecond before it the lease holds, at it the fallback does. */
  @Test
  void anExpiredLeaseGivesWayToItsFallback() {
    Lease leased =
        new Lease("csms", SERVICE, Bounds.target(-9_000), Optional.of(1_000L), Bounds.target(500));
    List<Lease> leases = List.of(BOARD, UNMANAGED, leased);
    assertEquals(-9_000, PowerDecision.decide(leases, 999).setpoint().value());
    PowerDecision after = PowerDecision.decide(leases, 1_000);
    assertEquals(500, after.setpoint().value());
    assertEquals("csms (expired)", after.winner());
  }

  @Test
  void anExpiredLeaseWithoutFallbackSaysNothing() {
    Lease leased =
        new Lease("csms", SERVICE, Bounds.target(-9_000), Optional.of(1_000L), Bounds.NONE);
    PowerDecision after = PowerDecision.decide(List.of(BOARD, UNMANAGED, leased), 1_000);
    assertEquals("board", after.winner());
    assertEquals(20_000, after.setpoint().value());
  }

  /** Monotonic time may wrap; a lease that ends after the wrap has not ended yet. */
  @Test
  void theEndOfALeaseSurvivesTheWrapOfTheClock() {
    Lease leased =
        new Lease(
            "csms", SERVICE, Bounds.target(-9_000), Optional.of(Long.MIN_VALUE + 10), Bounds.NONE);
    assertEquals(
        -9_000,
        PowerDecision.decide(List.of(BOARD, leased), Long.MAX_VALUE - 10).setpoint().value());
  }

  @Test
  void aLimitIsAMagnitude() {
    assertThrows(IllegalArgumentException.class, () -> Bounds.charge(-1));
    assertThrows(IllegalArgumentException.class, () -> Bounds.discharge(-1));
  }
}
