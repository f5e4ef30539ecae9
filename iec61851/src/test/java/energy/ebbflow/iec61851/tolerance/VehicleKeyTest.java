package energy.ebbflow.iec61851.tolerance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.tolerance.VehicleKey.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Vehicles are remembered by a keyed hash (R27). */
class VehicleKeyTest {
  private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final String MAC = "00:7D:FA:01:02:03";

  @Test
  void theIdentityCannotBeSeen() {
    VehicleKey key = VehicleKey.of(Kind.SLAC_MAC, MAC, SECRET);
    assertTrue(key.text().matches("slac_mac:[0-9a-f]{32}"), key.text());
    assertFalse(key.text().contains("7dfa"));
    assertEquals(16, key.toString().length(), "logs show only a few digits: " + key);
  }

  @Test
  void theSameIdentityIsTheSameVehicleHoweverItIsWritten() {
    assertEquals(
        VehicleKey.of(Kind.SLAC_MAC, MAC, SECRET),
        VehicleKey.of(Kind.SLAC_MAC, "007dfa010203", SECRET));
  }

  @Test
  void kindStationAndIdentityMakeDifferentVehicles() {
    VehicleKey key = VehicleKey.of(Kind.SLAC_MAC, MAC, SECRET);
    byte[] other = "fedcba9876543210".getBytes(StandardCharsets.UTF_8);
    assertNotEquals(key, VehicleKey.of(Kind.EVCC_ID, MAC, SECRET));
    assertNotEquals(key, VehicleKey.of(Kind.SLAC_MAC, MAC, other));
    assertNotEquals(key, VehicleKey.of(Kind.SLAC_MAC, "00:7D:FA:01:02:04", SECRET));
  }

  @Test
  void aShortSecretAndAnEmptyIdentityAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> VehicleKey.of(Kind.EVCC_ID, MAC, new byte[15]));
    assertThrows(IllegalArgumentException.class, () -> VehicleKey.of(Kind.EVCC_ID, " : ", SECRET));
  }
}
