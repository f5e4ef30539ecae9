package energy.ebbflow.simulator.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.simulator.ev.Vehicles;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import energy.ebbflow.simulator.ev.model.UserPlan;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A vehicle of ISO 15118-2 or DIN 70121 that breaks the rules, against the whole station in virtual
 * time.
 */
class OlderProtocolsMisbehaviourTest {
  /** The user stays until everything is over. */
  private static final UserPlan PATIENT =
      new UserPlan(1, Optional.empty(), Optional.of(5.0), Optional.empty(), Optional.empty());

  private static Lab lab(String name, EvProtocol protocol, Misbehaviour misbehaviour)
      throws Exception {
    EvConfig vehicle = Vehicles.speaking(name, protocol).with(PATIENT).with(misbehaviour);
    return new Lab(name.equals("dc") ? LabConfig.dc(vehicle) : LabConfig.ac(vehicle));
  }

  private static boolean traced(Lab lab, String part) {
    return lab.trace().stream().anyMatch(line -> line.contains(part));
  }

  private static void tickGuarded(Lab lab, Guard guard) {
    lab.tick();
    assertEquals(
        Optional.empty(),
        guard.broken(lab, false, false, false),
        () -> String.join("\n", lab.trace()));
  }

  // V2G_SECC_Sequence_Timeout is 60 s: whatever the state, power is off soon after it.
  @ParameterizedTest
  @CsvSource({
    "dc,ISO2,SessionSetup",
    "dc,ISO2,ServiceDiscovery",
    "dc,ISO2,PaymentServiceSelection",
    "dc,ISO2,Authorization",
    "dc,ISO2,ChargeParameterDiscovery",
    "dc,ISO2,CableCheck",
    "dc,ISO2,PreCharge",
    "dc,ISO2,PowerDeliveryStart",
    "dc,ISO2,CurrentDemand",
    "dc,ISO2,PowerDeliveryStop",
    "dc,ISO2,WeldingDetection",
    "dc,ISO2,SessionStop",
    "ac-three-phase,ISO2,PowerDeliveryStart",
    "ac-three-phase,ISO2,ChargingStatus",
    "ac-three-phase,ISO2,PowerDeliveryStop",
    "ac-three-phase,ISO2,SessionStop",
    "dc,DIN,SessionSetup",
    "dc,DIN,ServiceDiscovery",
    "dc,DIN,ServicePaymentSelection",
    "dc,DIN,ContractAuthentication",
    "dc,DIN,ChargeParameterDiscovery",
    "dc,DIN,CableCheck",
    "dc,DIN,PreCharge",
    "dc,DIN,PowerDeliveryStart",
    "dc,DIN,CurrentDemand",
    "dc,DIN,PowerDeliveryStop",
    "dc,DIN,WeldingDetection",
    "dc,DIN,SessionStop"
  })
  void silentVehicleIsLeftWithOpenContactors(String name, EvProtocol protocol, String state)
      throws Exception {
    Lab lab = lab(name, protocol, new Misbehaviour(Misbehaviour.Kind.SILENT, state));
    Guard guard = new Guard(name.equals("dc"), name.equals("dc"));
    while (lab.board().nanos() < 100_000_000_000L) {
      tickGuarded(lab, guard);
    }
    String trace = String.join("\n", lab.trace());
    assertTrue(traced(lab, "misbehaves: SILENT in " + state), trace);
    assertFalse(lab.board().contactsTouch(), trace);
    assertTrue(traced(lab, "closes the link"), trace);
    assertTrue(lab.board().bus().outletVolts() < 60, trace);
  }

  @ParameterizedTest
  @CsvSource({
    "dc,ISO2,WRONG_SESSION,CableCheck",
    "dc,ISO2,WRONG_SESSION,CurrentDemand",
    "dc,ISO2,WRONG_ORDER,CableCheck",
    "dc,ISO2,WRONG_ORDER,CurrentDemand",
    "dc,ISO2,NEGATIVE_LIMITS,CurrentDemand",
    "dc,ISO2,TRUNCATED,PreCharge",
    "dc,ISO2,OVERSIZED,CurrentDemand",
    "dc,ISO2,GARBAGE,CurrentDemand",
    "dc,ISO2,RESET,CurrentDemand",
    "dc,ISO2,UNPLUG,CurrentDemand",
    "dc,ISO2,PILOT_BACK,CurrentDemand",
    "ac-three-phase,ISO2,WRONG_SESSION,ChargingStatus",
    "ac-three-phase,ISO2,WRONG_ORDER,ChargingStatus",
    "ac-three-phase,ISO2,GARBAGE,ChargingStatus",
    "ac-three-phase,ISO2,RESET,ChargingStatus",
    "ac-three-phase,ISO2,UNPLUG,ChargingStatus",
    "ac-three-phase,ISO2,PILOT_BACK,ChargingStatus",
    "dc,DIN,WRONG_SESSION,CableCheck",
    "dc,DIN,WRONG_SESSION,CurrentDemand",
    "dc,DIN,WRONG_ORDER,CurrentDemand",
    "dc,DIN,NEGATIVE_LIMITS,CurrentDemand",
    "dc,DIN,GARBAGE,CurrentDemand",
    "dc,DIN,RESET,CurrentDemand",
    "dc,DIN,UNPLUG,CurrentDemand",
    "dc,DIN,PILOT_BACK,CurrentDemand"
  })
  void ruleBreakerEndsWithOpenContactorsAtOnce(
      String name, EvProtocol protocol, Misbehaviour.Kind kind, String state) throws Exception {
    Lab lab = lab(name, protocol, new Misbehaviour(kind, state));
    Guard guard = new Guard(name.equals("dc"), name.equals("dc"));
    while (lab.board().nanos() < 60_000_000_000L && !traced(lab, "misbehaves")) {
      lab.tick();
    }
    assertTrue(traced(lab, "misbehaves"), String.join("\n", lab.trace()));
    long wrongAt = lab.board().nanos();
    // Current to zero in order takes under a second; a fault is faster.
    boolean opened = false;
    while (lab.board().nanos() - wrongAt < 3_000_000_000L) {
      tickGuarded(lab, guard);
      opened |= !lab.board().contactsTouch();
    }
    assertTrue(opened, String.join("\n", lab.trace()));
  }

  // [V2G2-477]: without an extension nothing negative is taken, and nothing flows back.
  @ParameterizedTest
  @CsvSource({
    "dc,ISO2,ChargeParameterDiscovery",
    "ac-three-phase,ISO2,ChargeParameterDiscovery",
    "dc,DIN,ChargeParameterDiscovery"
  })
  void negativeLimitsNeverTurnTheCurrentRound(String name, EvProtocol protocol, String state)
      throws Exception {
    Lab lab = lab(name, protocol, new Misbehaviour(Misbehaviour.Kind.NEGATIVE_LIMITS, state));
    Guard guard = new Guard(name.equals("dc"), name.equals("dc"));
    while (lab.board().nanos() < 40_000_000_000L) {
      tickGuarded(lab, guard);
    }
    assertTrue(traced(lab, "misbehaves: NEGATIVE_LIMITS in " + state));
    assertTrue(lab.board().meter().exportedWattHours() < 0.1);
  }
}
