package energy.ebbflow.iso15118.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VehicleNameTest {
  /** No name holds the modem's whole MAC address; the end is enough to tell two vehicles apart. */
  @ParameterizedTest
  @CsvSource({
    "0:0:0:0:0:0:0:1 port 50000, ::1 port 50000",
    "::1, ::1",
    "127.0.0.1 port 50000, 127.0.0.1 port 50000",
    "fe80:0:0:0:fcff:94ff:fee2:ab01%vch1 port 50000, fe80::…ab01%vch1 port 50000",
    "fe80::fcff:94ff:fee2:b%7, fe80::…000b%7",
    "2001:db8:0:1:fcff:94ff:fee2:a, 2001::…000a",
  })
  void onlyTheEndIsSaid(String address, String said) {
    assertEquals(said, VehicleName.of(address));
  }
}
