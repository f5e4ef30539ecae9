package energy.ebbflow.firmware.vehicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.vehicles.Identity;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vehicle shows before its session begins. */
class VehicleDoorTest {
  private static List<EvseInput> approach(String address) {
    List<EvseInput> inputs = new ArrayList<>();
    new VehicleDoor(new SecureRandom(), inputs::add).approached(address);
    return inputs;
  }

  /** RFC 4291 Appendix A, with the example of RFC 2464: 34-56-78-9A-BC-DE. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/[fe80:0:0:0:3656:78ff:fe9a:bcde%eth1]:49152",
        "fe80:0:0:0:3656:78ff:fe9a:bcde%3",
        "FE80::3656:78FF:FE9A:BCDE"
      })
  void theAddressOfItsLinkShowsTheModem(String address) {
    assertEquals(
        List.of(
            new EvseInput.Approached(),
            new EvseInput.Shown(new Identity(VehicleKey.Kind.SLAC_MAC, "3456789abcde"))),
        approach(address));
  }

  /** A bench, an identifier made at random, a MAC that somebody made up, a group, no address. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/[0:0:0:0:0:0:0:1]:49152",
        "fe80::3656:78ff:fa9a:bcde",
        "fe80::1456:78ff:fe9a:bcde",
        "fe80::3756:78ff:fe9a:bcde",
        "2001:db8::3656:78ff:fe9a:bcde",
        "fe80:zz",
        "fe80:1:2:3:4:5:6:7:8:9",
        ""
      })
  void whatSaysNothingTomorrowIsNotShown(String address) {
    assertEquals(List.of(new EvseInput.Approached()), approach(address));
  }

  /** Personal data: R27. */
  @Test
  void theAddressIsNotInAnyLog() {
    Optional<EvseInput> shown =
        approach("fe80::3656:78ff:fe9a:bcde").stream()
            .filter(EvseInput.Shown.class::isInstance)
            .findFirst();
    assertFalse(shown.orElseThrow().toString().contains("3456"), shown::toString);
  }
}
