package energy.ebbflow.iso15118.message.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.ExiException;
import energy.ebbflow.exi.ExiFragment;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way in which octets can be wrong, and what the failure says. */
class HostileInputTest {
  private static final int MUTATIONS = Integer.getInteger("ebbflow.mutations", 20_000);

  /**
   * The constant that is documented: heap that one octet of input can cost, and what is always
   * there.
   */
  private static final int MAX_HEAP_PER_OCTET = 64;

  private static final int MAX_HEAP_ALWAYS = 16 << 10;

  private final ExiCodec<V2gMessage> app = MessageSet.APP.codec();
  private final ExiCodec<V2gMessage> iso20 = MessageSet.ISO20.codec();

  private static byte[] bits(String bits) {
    String padded = bits.replace(" ", "");
    padded += "0".repeat(-padded.length() & 7);
    byte[] octets = new byte[padded.length() / 8];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) Integer.parseInt(padded.substring(8 * i, 8 * i + 8), 2);
    }
    return octets;
  }

  private static ExiException rejected(ExiCodec<V2gMessage> codec, byte[] input) {
    return assertThrows(ExiException.class, () -> codec.decode(input, 0, input.length));
  }

  @Test
  void emptyInputIsTruncated() {
    ExiException failure = rejected(app, new byte[0]);
    assertEquals("(header)", failure.field());
    assertTrue(failure.reason().contains("ends after 0 octets"), failure.reason());
  }

  @Test
  void anotherHeaderIsRejectedAtItsFirstBit() {
    // A0 would announce an options document, 24 is the first octet of the cookie "$EXI".
    for (int header : new int[] {0xA0, 0x24, 0x00}) {
      ExiException failure = rejected(app, new byte[] {(byte) header, 0, 0, 0});
      assertEquals(0, failure.bitOffset());
      assertTrue(failure.reason().contains("expected 80"), failure.reason());
    }
  }

  @Test
  void everyTruncationOfAMessageSaysWhereItEnds() {
    byte[] buffer = new byte[256];
    V2gMessage message =
        new SessionSetupRequest(
            new MessageHeader(Octets.of(new byte[8]), 1_767_225_600L, Optional.empty()),
            "WMIV1234567890ABCDEX");
    int length = iso20.encode(message, buffer, 0);
    for (int end = 1; end < length; end++) {
      ExiException failure = rejected(iso20, Arrays.copyOf(buffer, end));
      assertTrue(failure.bitOffset() <= 8L * end, failure.getMessage());
      assertTrue(
          failure.reason().contains("only") || failure.reason().contains("ends"), failure.reason());
    }
    assertEquals(message, iso20.decode(buffer, 0, length));
  }

  @Test
  void anUnknownRootIsRejected() {
    // Two documents and the wildcard take two bits; 2 is an element of another schema, 3 nothing.
    for (String code : List.of("10", "11")) {
      ExiException failure = rejected(app, bits("10000000 " + code));
      assertEquals("(root)", failure.field());
      assertEquals(8, failure.bitOffset());
    }
  }

  @Test
  void anEscapeToTheSecondLevelIsRejectedWithItsField() {
    // supportedAppProtocolReq, then 1 where only AppProtocol may come: xsi:type or the like.
    ExiException failure = rejected(app, bits("10000000 00 1"));
    assertEquals("supportedAppProtocolReq", failure.element());
    assertEquals("supportedAppProtocolReq/AppProtocol", failure.field());
    assertEquals(10, failure.bitOffset());
  }

  @Test
  void anOverlongStringIsRejectedBeforeItIsAllocated() {
    // AppProtocol, ProtocolNamespace, its characters; then a length of 101 + 2, one too many.
    ExiException failure = rejected(app, bits("10000000 00 0 0 0" + binary(103)));
    assertEquals("AppProtocol/ProtocolNamespace", failure.field());
    assertEquals("length 101, allowed are 0 to 100", failure.reason());
    // And 2^28: the bound comes before the memory.
    String huge = "1111111111111111111111111111111101111111";
    failure = rejected(app, bits("10000000 00 0 0 0" + huge));
    assertTrue(failure.reason().startsWith("length "), failure.reason());
  }

  @Test
  void aStringLongerThanTheMessageIsRejected() {
    ExiException failure = rejected(app, bits("10000000 00 0 0 0" + binary(52) + binary('u')));
    assertEquals("expected 50 octets, only 1 are left", failure.reason());
  }

  @Test
  void aReferenceToAStringThatNeverCameIsRejected() {
    ExiException local = rejected(app, bits("10000000 00 0 0 0" + binary(0)));
    assertTrue(local.reason().contains("reference to string 0 of 0"), local.reason());
    ExiException global = rejected(app, bits("10000000 00 0 0 0" + binary(1)));
    assertTrue(global.reason().contains("reference to string 0 of 0"), global.reason());
  }

  @Test
  void aNumberOutsideItsRangeIsRejected() {
    SupportedAppProtocolRequest request =
        new SupportedAppProtocolRequest(List.of(new AppProtocol("u", 1, 0, 1, 20)));
    byte[] buffer = new byte[64];
    int length = app.encode(request, buffer, 0);
    // Priority is 1 to 20 in five bits; its value is followed by the ends of three elements.
    String all = new java.math.BigInteger(1, Arrays.copyOf(buffer, length)).toString(2);
    int at = all.lastIndexOf("10011");
    byte[] wrong = bits(all.substring(0, at) + "10100" + all.substring(at + 5));
    ExiException failure = rejected(app, wrong);
    assertEquals("AppProtocol/Priority", failure.field());
    assertEquals("value 20 is outside 0 to 19", failure.reason());
  }

  @Test
  void moreThanTwentyProtocolsHaveNoCode() {
    List<AppProtocol> most =
        java.util.Collections.nCopies(20, new AppProtocol("urn:x", 1, 0, 1, 1));
    byte[] buffer = new byte[1024];
    int length = app.encode(new SupportedAppProtocolRequest(most), buffer, 0);
    assertEquals(new SupportedAppProtocolRequest(most), app.decode(buffer, 0, length));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new SupportedAppProtocolRequest(
                java.util.Collections.nCopies(21, new AppProtocol("urn:x", 1, 0, 1, 1))));
  }

  @Test
  void aBufferThatIsTooSmallIsNamed() {
    V2gMessage message = new SupportedAppProtocolRequest(List.of(new AppProtocol("u", 1, 0, 1, 1)));
    int length = app.encode(message, new byte[64], 0);
    ExiException failure =
        assertThrows(ExiException.class, () -> app.encode(message, new byte[length - 1], 0));
    assertEquals("(buffer)", failure.field());
    assertEquals(length, app.encode(message, new byte[length], 0));
  }

  @Test
  void aMessageOfAnotherSetIsRejected() {
    V2gMessage message = new SupportedAppProtocolRequest(List.of(new AppProtocol("u", 1, 0, 1, 1)));
    ExiException failure =
        assertThrows(ExiException.class, () -> iso20.encode(message, new byte[64], 0));
    assertTrue(failure.reason().contains("SupportedAppProtocolRequest"), failure.reason());
  }

  /** A fragment that is a value has no record whose constructor would check it. */
  @Test
  void aFragmentIsCheckedLikeARecord() {
    String types = Namespaces.ISO20_COMMON_TYPES;
    byte[] buffer = new byte[64];
    int length = iso20.encodeFragment(types, "PresentSOC", 100, buffer, 0);
    assertEquals(
        new ExiFragment(types, "PresentSOC", 100), iso20.decodeFragment(buffer, 0, length));
    IllegalArgumentException tooLarge =
        assertThrows(
            IllegalArgumentException.class,
            () -> iso20.encodeFragment(types, "PresentSOC", 101, buffer, 0));
    assertEquals("PresentSOC is 101, allowed are 0 to 100", tooLarge.getMessage());
    IllegalArgumentException tooLong =
        assertThrows(
            IllegalArgumentException.class,
            () -> iso20.encodeFragment(types, "MeterID", "x".repeat(33), buffer, 0));
    assertEquals("MeterID has length 33, allowed are 0 to 32", tooLong.getMessage());
    ExiException foreign =
        assertThrows(
            ExiException.class, () -> iso20.encodeFragment(types, "PresentSOC", "7", buffer, 0));
    assertTrue(foreign.reason().contains("PresentSOC"), foreign.reason());
    ExiException unknown =
        assertThrows(ExiException.class, () -> iso20.encodeFragment(types, "None", 1, buffer, 0));
    assertTrue(unknown.reason().contains("None"), unknown.reason());
  }

  /**
   * Abstract elements have a code but cannot stand anywhere; the last two codes are no elements.
   */
  @ParameterizedTest
  @EnumSource(MessageSet.class)
  void aFragmentCodeWithoutAnElementIsRejected(MessageSet set) {
    ExiCodec<V2gMessage> codec = set.codec();
    Set<String> names = new HashSet<>();
    codec.fragments().forEach(root -> names.add(root.namespace() + " " + root.name()));
    int rejected = 0;
    for (int code = 0; code < 512; code++) {
      for (int width = 4; width <= 9; width++) {
        byte[] input = bits("10000000" + binary(code, width) + "0".repeat(64));
        try {
          ExiFragment fragment = codec.decodeFragment(input, 0, input.length);
          assertTrue(names.contains(fragment.namespace() + " " + fragment.name()));
        } catch (ExiException e) {
          rejected += e.field().equals("(root)") ? 1 : 0;
          assertTrue(e.bitOffset() >= 8, e.getMessage());
        }
      }
    }
    assertTrue(rejected > 0);
  }

  @Test
  void inputAboveTheBoundIsNotEvenLookedAt() {
    byte[] input = new byte[ExiCodec.MAX_INPUT_OCTETS + 1];
    input[0] = (byte) 0x80;
    ExiException failure = rejected(app, input);
    assertEquals("(header)", failure.field());
  }

  @ParameterizedTest
  @EnumSource(MessageSet.class)
  void mutatedMessagesDecodeOrAreRejected(MessageSet set) {
    MutationRun.Outcome outcome = MutationRun.run(set, MUTATIONS, 1);
    // A run that rejects or accepts everything has not tried anything.
    assertTrue(outcome.decoded() > MUTATIONS / 100, outcome::toString);
    assertTrue(outcome.rejected() > MUTATIONS / 10, outcome::toString);
  }

  @ParameterizedTest
  @EnumSource(MessageSet.class)
  void noInputCostsMoreHeapThanTheDocumentedConstant(MessageSet set) {
    ExiCodec<V2gMessage> codec = set.codec();
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (byte[] message : Corpus.of(set, false)) {
      codec.decode(message, 0, message.length);
      long before = threads.getCurrentThreadAllocatedBytes();
      codec.decode(message, 0, message.length);
      long cost = threads.getCurrentThreadAllocatedBytes() - before;
      long bound = MAX_HEAP_ALWAYS + (long) MAX_HEAP_PER_OCTET * message.length;
      assertTrue(
          cost <= bound, () -> cost + " octets of heap for " + HexFormat.of().formatHex(message));
    }
  }

  private static String binary(int octet) {
    return binary(octet, 8);
  }

  private static String binary(int value, int width) {
    StringBuilder digits = new StringBuilder();
    for (int bit = width - 1; bit >= 0; bit--) {
      digits.append(value >>> bit & 1);
    }
    return digits.toString();
  }
}
