package energy.ebbflow.simulator.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import energy.ebbflow.simulator.ev.model.UserPlan;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A vehicle that breaks the rules, in every state, against the whole station in virtual time. */
class MisbehaviourTest {
  /** The user stays until everything is over. */
  private static final UserPlan PATIENT =
      new UserPlan(1, Optional.empty(), Optional.of(5.0), Optional.empty(), Optional.empty());

  private static Lab lab(Misbehaviour misbehaviour) throws Exception {
    EvConfig vehicle = VehicleFile.read("bpt-dc").with(PATIENT).with(misbehaviour);
    return new Lab(LabConfig.dc(vehicle));
  }

  private static boolean traced(Lab lab, String part) {
    return lab.trace().stream().anyMatch(line -> line.contains(part));
  }

  private static void runGuarded(Lab lab, double seconds) {
    Guard guard = new Guard(true, true);
    long end = lab.board().nanos() + Math.round(seconds * 1e9);
    while (lab.board().nanos() < end) {
      lab.tick();
      assertEquals(
          Optional.empty(),
          guard.broken(lab, false, false, false),
          () -> String.join("\n", lab.trace()));
    }
  }

  // [V2G20] V2G_SECC_Sequence_Timeout is 60 s: whatever the state, power is off soon after it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SupportedAppProtocol",
        "SessionSetup",
        "AuthorizationSetup",
        "Authorize",
        "ServiceDiscovery",
        "ServiceDetail",
        "ServiceSelection",
        "ChargeParameterDiscovery",
        "ScheduleExchange",
        "CableCheck",
        "PreCharge",
        "PowerDeliveryStart",
        "ChargeLoop",
        "PowerDeliveryStop",
        "WeldingDetection",
        "SessionStop"
      })
  void silentVehicleIsLeftInEveryStateWithOpenContactors(String state) throws Exception {
    Lab lab = lab(new Misbehaviour(Misbehaviour.Kind.SILENT, state));
    runGuarded(lab, 100);
    assertTrue(traced(lab, "misbehaves: SILENT in " + state), String.join("\n", lab.trace()));
    assertFalse(lab.board().contactsTouch(), String.join("\n", lab.trace()));
    assertTrue(traced(lab, "closes the link"), String.join("\n", lab.trace()));
    assertTrue(lab.board().bus().outletVolts() < 60);
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG_SESSION,Authorize",
    "WRONG_SESSION,CableCheck",
    "WRONG_SESSION,ChargeLoop",
    "WRONG_ORDER,SessionSetup",
    "WRONG_ORDER,ScheduleExchange",
    "WRONG_ORDER,CableCheck",
    "WRONG_ORDER,ChargeLoop",
    "TRUNCATED,PreCharge",
    "TRUNCATED,ChargeLoop",
    "OVERSIZED,CableCheck",
    "OVERSIZED,ChargeLoop",
    "GARBAGE,ServiceDetail",
    "GARBAGE,ChargeLoop",
    "RESET,CableCheck",
    "RESET,ChargeLoop",
    "UNPLUG,CableCheck",
    "UNPLUG,ChargeLoop",
    "PILOT_BACK,CableCheck",
    "PILOT_BACK,ChargeLoop"
  })
  void ruleBreakerEndsWithOpenContactorsAtOnce(Misbehaviour.Kind kind, String state)
      throws Exception {
    Lab lab = lab(new Misbehaviour(kind, state));
    Guard guard = new Guard(true, true);
    long wrongAt = Long.MAX_VALUE;
    while (lab.board().nanos() < 60_000_000_000L && wrongAt == Long.MAX_VALUE) {
      lab.tick();
      if (traced(lab, "misbehaves")) {
        wrongAt = lab.board().nanos();
      }
    }
    assertTrue(wrongAt < Long.MAX_VALUE, String.join("\n", lab.trace()));
    // Current to zero in order takes under a second; a fault is faster.
    boolean opened = false;
    while (lab.board().nanos() - wrongAt < 3_000_000_000L) {
      lab.tick();
      opened |= !lab.board().contactsTouch();
      assertEquals(
          Optional.empty(),
          guard.broken(lab, false, false, false),
          () -> lab.shown() + "\n" + String.join("\n", lab.trace()));
    }
    assertTrue(opened, String.join("\n", lab.trace()));
  }

  // A request that comes twice is answered or refused; nothing dangerous follows.
  @ParameterizedTest
  @ValueSource(strings = {"SessionSetup", "ServiceDetail", "PreCharge", "ChargeLoop"})
  void repeatedRequestDoesNoHarm(String state) throws Exception {
    Lab lab = lab(new Misbehaviour(Misbehaviour.Kind.REPEAT, state));
    runGuarded(lab, 60);
    assertTrue(traced(lab, "misbehaves: REPEAT in " + state));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ChargeParameterDiscovery", "ChargeLoop"})
  void negativeLimitsNeverTurnTheCurrentRound(String state) throws Exception {
    Lab lab = lab(new Misbehaviour(Misbehaviour.Kind.NEGATIVE_LIMITS, state));
    runGuarded(lab, 60);
    assertTrue(traced(lab, "misbehaves: NEGATIVE_LIMITS in " + state));
    assertTrue(lab.board().meter().exportedWattHours() < 0.1);
  }
}
