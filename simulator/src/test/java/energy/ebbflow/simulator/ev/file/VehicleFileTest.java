package energy.ebbflow.simulator.ev.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VehicleFileTest {
  @ParameterizedTest
  @ValueSource(strings = {"bpt-dc", "dc", "ac-three-phase", "no-sdp"})
  void vehiclesThatComeAlongAreSound(String name) throws Exception {
    EvConfig vehicle = VehicleFile.read(name);
    assertEquals(name, vehicle.name());
    assertEquals(0.5, vehicle.body().soc());
    assertEquals(40_000, vehicle.body().battery().capacityWattHours());
  }

  @Test
  void unknownKeyIsAnErrorWithItsLineAndTheNearestKey() throws Exception {
    String text = "name = \"x\"\nevcc_id = \"ABCDEF\"\n[battery]\ncapacity_w = 1\n";
    ConfigException refused =
        assertThrows(
            ConfigException.class, () -> VehicleFile.vehicle(ConfigFile.parse("v.toml", text)));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("v.toml:4") && message.contains("capacity_wh"), message);
  }

  @Test
  void unknownVehicleNamesTheKnownOnes() {
    IOException refused = assertThrows(IOException.class, () -> VehicleFile.read("nope"));
    assertTrue(String.valueOf(refused.getMessage()).contains("bpt-dc"));
  }

  @Test
  void scriptChangesUserFaultAndStateOfChargeOnly() throws Exception {
    EvConfig vehicle = VehicleFile.read("bpt-dc");
    String text =
        """
        soc_percent = 30
        [user]
        stop_after_seconds = 12
        [misbehaviour]
        kind = "wrong_order"
        state = "PreCharge"
        """;
    EvConfig changed = VehicleFile.script(vehicle, ConfigFile.parse("s.toml", text));
    assertEquals(0.3, changed.body().soc());
    assertEquals(Optional.of(12.0), changed.user().stopAfterSeconds());
    assertEquals(
        vehicle.user().unplugAfterUnlockSeconds(), changed.user().unplugAfterUnlockSeconds());
    assertEquals(
        new Misbehaviour(Misbehaviour.Kind.WRONG_ORDER, "PreCharge"), changed.misbehaviour());
    assertEquals(vehicle.needs(), changed.needs());
  }

  /** Every state that the page of the simulator names may be named in a file. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SupportedAppProtocol",
        "AuthorizationSetup",
        "VehicleCheckIn",
        "ChargeLoop",
        "Standby",
        "ScheduleRenegotiation",
        "MeteringConfirmation",
        "PowerDeliveryRenegotiate",
        "CurrentDemand",
        "ChargingStatus",
        "MeteringReceipt",
        "ServicePaymentSelection",
        "ContractAuthentication",
        "Unplugged",
        "Plugged",
        "Discovering",
        "Connecting",
        "BasicCharging",
        "Waking",
        "Asleep",
        "Parked"
      })
  void statesOfThePageAreKnown(String state) throws Exception {
    String text = "[[step]]\nwhen = \"in " + state + "\"\ndo = \"stop\"\n";
    EvConfig changed =
        VehicleFile.script(VehicleFile.read("bpt-dc"), ConfigFile.parse("s.toml", text));
    assertEquals(1, changed.steps().size());
  }

  @Test
  void twoPhasesAreRefused() throws Exception {
    try (var stream = VehicleFile.class.getResourceAsStream("/vehicles/ac-three-phase.toml")) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
              .replace("phases = 3", "phases = 2");
      ConfigException refused =
          assertThrows(
              ConfigException.class, () -> VehicleFile.vehicle(ConfigFile.parse("v.toml", text)));
      assertTrue(String.valueOf(refused.getMessage()).contains("1 or 3"));
    }
  }
}
