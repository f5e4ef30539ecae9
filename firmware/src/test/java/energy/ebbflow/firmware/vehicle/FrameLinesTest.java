package energy.ebbflow.firmware.vehicle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameLinesTest {
  /** Addresses as people write them (RFC 5952), in every form a peer's address comes in. */
  @ParameterizedTest
  @CsvSource({
    "0:0:0:0:0:0:0:1, ::1",
    "[0:0:0:0:0:0:0:1]:50000, [::1]:50000",
    "fe80:0:0:0:1234:5678:9abc:def0%eth1, fe80::1234:5678:9abc:def0%eth1",
    "127.0.0.1, 127.0.0.1",
    "fe80:1:2:3:4:5:6:7, fe80:1:2:3:4:5:6:7"
  })
  void addressesAreShort(String address, String shown) {
    assertEquals(shown, FrameLines.shortened(address));
  }
}
