package energy.ebbflow.iso15118.sdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.ebbflow.iso15118.v2gtp.V2gtpException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SdpMessagesTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  /** ISO 15118-2 Table 18 and 19: security 00 is TLS, 10 is none; transport 00 is TCP. */
  @Test
  void requestHasTheStandardsBytes() throws V2gtpException {
    assertArrayEquals(hex("01FE9000 00000002 0000"), new SdpRequest(Security.TLS).toDatagram());
    assertArrayEquals(hex("01FE9000 00000002 1000"), new SdpRequest(Security.NONE).toDatagram());
    assertEquals(Security.NONE, SdpRequest.parse(hex("01FE9000 00000002 1000")).security());
  }

  /** UDP as transport (10) is reserved, and security knows two values only. */
  @Test
  void reservedValuesAreRefused() {
    for (String bad :
        new String[] {
          "01FE9000 00000002 0010",
          "01FE9000 00000002 0100",
          "01FE9000 00000001 00",
          "01FE9000 00000002 00",
          "01FE9000 00000002 000000",
          "01FE9001 00000002 0000",
          "02FD9000 00000002 0000"
        }) {
      assertThrows(V2gtpException.class, () -> SdpRequest.parse(hex(bad)), bad);
    }
  }

  @Test
  void responseGoesThere() throws Exception {
    Inet6Address address = (Inet6Address) InetAddress.getByName("fe80::1234:5678:9abc:def0");
    SdpResponse response = new SdpResponse(address, 0xC001, Security.TLS);
    assertArrayEquals(
        hex("01FE9001 00000014 FE80000000000000123456789ABCDEF0 C001 00 00"),
        response.toDatagram());
    assertEquals(response, SdpResponse.parse(response.toDatagram()));
  }

  /** A port of 0 cannot be connected to. */
  @Test
  void responseWithoutPortIsRefused() {
    assertThrows(
        V2gtpException.class,
        () ->
            SdpResponse.parse(
                hex("01FE9001 00000014 FE80000000000000123456789ABCDEF0 0000 00 00")));
  }

  /** Any datagram is read or refused, never anything else; an IPv4-mapped address stays IPv6. */
  @Property
  void anyResponsePayloadIsHandled(@ForAll @Size(20) byte[] payload) {
    byte[] datagram = new byte[28];
    System.arraycopy(hex("01FE9001 00000014"), 0, datagram, 0, 8);
    System.arraycopy(payload, 0, datagram, 8, 20);
    try {
      assertArrayEquals(datagram, SdpResponse.parse(datagram).toDatagram());
    } catch (V2gtpException refused) {
      assertEquals(
          true, (payload[18] & 0xEF) != 0 || payload[19] != 0 || (payload[16] | payload[17]) == 0);
    }
  }
}
