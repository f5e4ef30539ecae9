package energy.ebbflow.iso15118.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VehicleNameTest {
  /** No name holds the modem's whole MAC address; the end is enough to tell two vehicles apart. */
  @ParameterizedTest
  @CsvSource({
    "::1, ::1 port 50000",
    "127.0.0.1, 127.0.0.1 port 50000",
    "fe80::fcff:94ff:fee2:ab01, fe80::…ab01 port 50000",
    "fe80::fcff:94ff:fee2:ab01%7, fe80::…ab01%7 port 50000",
    "2001:db8:0:1:fcff:94ff:fee2:000a, 2001::…000a port 50000",
  })
  void onlyTheEndIsSaid(String address, String said) throws Exception {
    assertEquals(
        said, VehicleName.of(new InetSocketAddress(InetAddress.getByName(address), 50_000)));
  }
}
