package energy.ebbflow.iso15118.v2gtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class V2gtpHeaderTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  /** The bytes of ISO 15118-2 Figure 12: version, complement, type, length, all big-endian. */
  @Test
  void writesAndReadsTheStandardsBytes() throws V2gtpException {
    byte[] frame = V2gtpHeader.frame(PayloadType.ISO20_DC, hex("80 01"));
    assertArrayEquals(hex("01 FE 80 04 00 00 00 02 80 01"), frame);
    assertEquals(new V2gtpHeader(PayloadType.ISO20_DC, 2), V2gtpHeader.parse(frame, 0));
  }

  /** Every type is found by its own number, and no other number is one. */
  @Test
  void everyTypeHasItsNumber() {
    int found = 0;
    for (int code = 0; code <= 0xFFFF; code++) {
      if (PayloadType.ofCode(code).isPresent()) {
        assertEquals(code, PayloadType.ofCode(code).get().code());
        found++;
      }
    }
    assertEquals(PayloadType.values().length, found);
  }

  /** A length is refused before anything is allocated for it: both sides of each bound. */
  @Test
  void lengthIsBoundedByType() throws V2gtpException {
    for (PayloadType type : PayloadType.values()) {
      byte[] header = new byte[8];
      new V2gtpHeader(type, type.maxBytes()).write(header, 0);
      assertEquals(type.maxBytes(), V2gtpHeader.parse(header, 0).length());
      int over = type.maxBytes() + 1;
      header[4] = (byte) (over >>> 24);
      header[5] = (byte) (over >>> 16);
      header[6] = (byte) (over >>> 8);
      header[7] = (byte) over;
      assertThrows(V2gtpException.class, () -> V2gtpHeader.parse(header, 0));
      assertTrue(type.maxBytes() <= PayloadType.MAX_PAYLOAD_BYTES);
    }
  }

  /** A length with the highest bit set is large, not negative. */
  @Test
  void hugeLengthIsRefused() {
    V2gtpException refused =
        assertThrows(V2gtpException.class, () -> V2gtpHeader.parse(hex("01FE8002 FFFFFFFF"), 0));
    assertEquals(
        "payload of ISO20_MAIN is at most 65536 bytes, 4294967295 came", refused.getMessage());
  }

  /** A TLS ClientHello on a plain port is recognised for what it is, in words. */
  @Test
  void foreignBytesAreNamed() {
    V2gtpException refused =
        assertThrows(V2gtpException.class, () -> V2gtpHeader.parse(hex("1603010200010001"), 0));
    assertTrue(String.valueOf(refused.getMessage()).contains("16 03 came"));
    assertThrows(V2gtpException.class, () -> V2gtpHeader.parse(hex("01FE7001 00000000"), 0));
    assertThrows(V2gtpException.class, () -> V2gtpHeader.parse(hex("01FE80"), 0));
  }

  /** Any eight bytes are a header or a V2gtpException, never anything else. */
  @Property
  void anyBytesAreHandled(@ForAll @Size(8) byte[] bytes) {
    try {
      V2gtpHeader header = V2gtpHeader.parse(bytes, 0);
      byte[] again = new byte[8];
      header.write(again, 0);
      assertArrayEquals(bytes, again);
    } catch (V2gtpException refused) {
      assertTrue(
          String.valueOf(refused.getMessage()).contains("came")
              || String.valueOf(refused.getMessage()).contains("unknown"));
    }
  }
}
