package energy.ebbflow.hal.mcu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.mcu.McuMessage.Card;
import energy.ebbflow.hal.mcu.McuMessage.Hello;
import energy.ebbflow.hal.mcu.McuMessage.HelloReply;
import energy.ebbflow.hal.mcu.McuMessage.Outputs;
import energy.ebbflow.hal.mcu.McuMessage.PilotMode;
import energy.ebbflow.hal.mcu.McuMessage.Status;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Frames on the serial line. */
class McuCodecTest {
  private static final Status STATUS =
      new Status(
          7,
          5983,
          -11990,
          true,
          true,
          Optional.of(63),
          false,
          true,
          false,
          true,
          true,
          OptionalDouble.of(-40.5),
          true,
          false);

  private static final List<McuMessage> MESSAGES =
      List.of(
          new Hello(),
          new HelloReply(1, "board 2.3"),
          new HelloReply(255, ""),
          Outputs.SAFE,
          new Outputs(PilotMode.PWM, 5333, 3, true, 3, 200),
          STATUS,
          new Status(
              255,
              0,
              0,
              false,
              false,
              Optional.empty(),
              true,
              false,
              true,
              false,
              false,
              OptionalDouble.empty(),
              false,
              true),
          new Card(new byte[] {0, 1, 0, (byte) 0xFF}));

  private static byte[] withoutZero(byte[] frame) {
    assertEquals(0, frame[frame.length - 1]);
    return Arrays.copyOf(frame, frame.length - 1);
  }

  @Test
  void everyMessageComesBack() {
    for (McuMessage message : MESSAGES) {
      McuCodec.Frame frame = new McuCodec.Frame(200, message);
      byte[] bytes = McuCodec.encode(frame);
      assertTrue(bytes.length <= McuCodec.MAX_FRAME);
      assertEquals(Optional.of(frame), McuCodec.decode(withoutZero(bytes)), message.toString());
    }
  }

  /** The examples of the protocol page. */
  @Test
  void theBytesAreThoseOfTheProtocolPage() {
    HexFormat hex = HexFormat.ofDelimiter(" ").withUpperCase();
    byte[] hello = McuCodec.encode(new McuCodec.Frame(0, new Hello()));
    byte[] outputs =
        McuCodec.encode(new McuCodec.Frame(1, new Outputs(PilotMode.PWM, 5333, 3, true, 3, 0)));
    assertEquals("02 01 04 01 EB 8D 00", hex.formatHex(hello));
    assertEquals("0A 01 01 03 01 14 D5 03 01 03 03 E4 64 00", hex.formatHex(outputs));
  }

  @Test
  void theCheckSumIsTheStandardOne() {
    byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertEquals(0x29B1, Crc16.of(check, check.length));
  }

  @Test
  void everySingleFlippedBitIsNoticed() {
    byte[] frame = withoutZero(McuCodec.encode(new McuCodec.Frame(9, STATUS)));
    for (int bit = 0; bit < frame.length * 8; bit++) {
      byte[] damaged = frame.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertEquals(Optional.empty(), McuCodec.decode(damaged), "bit " + bit);
    }
  }

  @Test
  void aGreetingOfAnotherVersionIsReadButNothingElse() {
    byte[] reply = {9, 0, 2, 9, 'x', 0, 0};
    int crc = Crc16.of(reply, 5);
    reply[5] = (byte) (crc >> 8);
    reply[6] = (byte) crc;
    assertEquals(
        Optional.of(new HelloReply(9, "x")),
        McuCodec.decode(Cobs.encode(reply)).map(McuCodec.Frame::message));
    byte[] card = {9, 0, 5, 1, 2, 3, 4, 0, 0};
    crc = Crc16.of(card, 7);
    card[7] = (byte) (crc >> 8);
    card[8] = (byte) crc;
    assertEquals(Optional.empty(), McuCodec.decode(Cobs.encode(card)));
  }

  @Property
  void garbageIsNoMessageOrAValidOneButNeverAnException(@ForAll @Size(max = 80) byte[] bytes) {
    McuCodec.decode(bytes);
    FrameSplitter.EMPTY.feed(bytes).frames().forEach(McuCodec::decode);
  }

  @Property
  void stuffingHasNoZerosAndComesBack(@ForAll @Size(max = Cobs.MAX_LENGTH) byte[] plain) {
    byte[] stuffed = Cobs.encode(plain);
    for (byte b : stuffed) {
      assertTrue(b != 0);
    }
    assertArrayEquals(plain, Cobs.decode(stuffed).orElseThrow());
  }

  @Property
  void framesAreFoundHoweverTheStreamIsCutAndAfterGarbage(
      @ForAll @Size(max = 100) byte[] garbage, @ForAll @IntRange(min = 1, max = 30) int chunk) {
    byte[] frame = McuCodec.encode(new McuCodec.Frame(3, STATUS));
    byte[] stream = new byte[garbage.length + 1 + frame.length];
    System.arraycopy(garbage, 0, stream, 0, garbage.length);
    System.arraycopy(frame, 0, stream, garbage.length + 1, frame.length);
    FrameSplitter splitter = FrameSplitter.EMPTY;
    Optional<McuCodec.Frame> last = Optional.empty();
    for (int i = 0; i < stream.length; i += chunk) {
      FrameSplitter.Cut cut =
          splitter.feed(Arrays.copyOfRange(stream, i, Math.min(stream.length, i + chunk)));
      splitter = cut.next();
      for (byte[] found : cut.frames()) {
        last = McuCodec.decode(found);
      }
    }
    assertEquals(Optional.of(new McuCodec.Frame(3, STATUS)), last);
  }
}
