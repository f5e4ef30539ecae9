package energy.ebbflow.hal.mcu;

import energy.ebbflow.hal.mcu.McuMessage.Card;
import energy.ebbflow.hal.mcu.McuMessage.Hello;
import energy.ebbflow.hal.mcu.McuMessage.HelloReply;
import energy.ebbflow.hal.mcu.McuMessage.Outputs;
import energy.ebbflow.hal.mcu.McuMessage.PilotMode;
import energy.ebbflow.hal.mcu.McuMessage.Status;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Messages to frames and back. A frame is: version, sequence number, kind, payload, CRC-16 over all
 * of these; stuffed by {@link Cobs}; ended by a zero byte.
 */
public final class McuCodec {
  /** Longest frame on the line, its final zero included. */
  public static final int MAX_FRAME = 64;

  private static final int HEAD = 3;
  private static final int CRC = 2;
  private static final int STATUS_LENGTH = 11;
  private static final int OUTPUTS_LENGTH = 7;

  /** A temperature sensor that does not exist. */
  private static final short NO_TEMPERATURE = Short.MIN_VALUE;

  private static final int CONTACTOR = 1;
  private static final int LOCKED = 1 << 1;
  private static final int TRIPPED = 1 << 2;
  private static final int TEST_PASSED = 1 << 3;
  private static final int EMERGENCY = 1 << 4;
  private static final int GRID = 1 << 5;
  private static final int OVERRULED = 1 << 6;

  // Bits of the alarms.
  private static final int EARTH_LOST = 1;
  private static final int SUPPLY_FAILING = 2;

  /**
   * A message with its number.
   *
   * @param sequence 0 to 255, counts the sender's frames
   * @param message what was said
   */
  public record Frame(int sequence, McuMessage message) {}

  private McuCodec() {}

  /** The bytes of a frame, the final zero included. */
  public static byte[] encode(Frame frame) {
    byte[] payload = payload(frame.message());
    ByteBuffer out = ByteBuffer.allocate(HEAD + payload.length + CRC);
    out.put((byte) McuMessage.VERSION).put((byte) frame.sequence()).put(kind(frame.message()));
    out.put(payload);
    out.putShort((short) Crc16.of(out.array(), HEAD + payload.length));
    byte[] stuffed = Cobs.encode(out.array());
    return Arrays.copyOf(stuffed, stuffed.length + 1);
  }

  /**
   * Reads a frame without its final zero; empty if it is damaged, of another version, or unknown.
   * The greeting is read in every version, because it negotiates the version.
   */
  public static Optional<Frame> decode(byte[] stuffed) {
    if (stuffed.length >= MAX_FRAME) {
      return Optional.empty();
    }
    return Cobs.decode(stuffed).flatMap(McuCodec::plain);
  }

  private static Optional<Frame> plain(byte[] bytes) {
    int length = bytes.length - CRC;
    if (length < HEAD) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if ((in.getShort(length) & 0xFFFF) != Crc16.of(bytes, length)) {
      return Optional.empty();
    }
    int version = in.get() & 0xFF;
    int sequence = in.get() & 0xFF;
    byte kind = in.get();
    byte[] payload = Arrays.copyOfRange(bytes, HEAD, length);
    boolean greeting = kind == 1 || kind == 2;
    if (version != McuMessage.VERSION && !greeting) {
      return Optional.empty();
    }
    return message(kind, payload).map(message -> new Frame(sequence, message));
  }

  private static byte kind(McuMessage message) {
    return switch (message) {
      case Hello h -> 1;
      case HelloReply r -> 2;
      case Outputs o -> 3;
      case Status s -> 4;
      case Card c -> 5;
    };
  }

  private static byte[] payload(McuMessage message) {
    return switch (message) {
      case Hello() -> new byte[0];
      case HelloReply(int version, String firmware) ->
          ByteBuffer.allocate(1 + firmware.length())
              .put((byte) version)
              .put(firmware.getBytes(StandardCharsets.US_ASCII))
              .array();
      case Outputs o ->
          ByteBuffer.allocate(OUTPUTS_LENGTH)
              .put((byte) o.pilot().ordinal())
              .putShort((short) o.dutyCentiPercent())
              .put((byte) o.phases())
              .put((byte) (o.locked() ? 1 : 0))
              .put((byte) o.sign())
              .put((byte) o.selfTests())
              .array();
      case Status s -> status(s);
      case Card c -> c.uid();
    };
  }

  private static byte[] status(Status s) {
    int flags =
        (s.contactorClosed() ? CONTACTOR : 0)
            | (s.locked() ? LOCKED : 0)
            | (s.tripped() ? TRIPPED : 0)
            | (s.selfTestPassed() ? TEST_PASSED : 0)
            | (s.emergencyStop() ? EMERGENCY : 0)
            | (s.gridPresent() ? GRID : 0)
            | (s.overruled() ? OVERRULED : 0);
    short tenths =
        s.celsius().isPresent()
            ? (short) Math.round(s.celsius().getAsDouble() * 10)
            : NO_TEMPERATURE;
    return ByteBuffer.allocate(STATUS_LENGTH)
        .put((byte) s.echo())
        .putShort((short) s.highMillivolts())
        .putShort((short) s.lowMillivolts())
        .put((byte) flags)
        .put(s.cableAmps().orElse(0).byteValue())
        .putShort(tenths)
        .put((byte) ((s.earthLost() ? EARTH_LOST : 0) | (s.supplyFailing() ? SUPPLY_FAILING : 0)))
        .put((byte) 0)
        .array();
  }

  private static Optional<McuMessage> message(byte kind, byte[] payload) {
    return switch (kind) {
      case 1 -> payload.length == 0 ? Optional.of(new Hello()) : Optional.empty();
      case 2 -> helloReply(payload);
      case 3 -> payload.length == OUTPUTS_LENGTH ? outputs(payload) : Optional.empty();
      case 4 -> payload.length == STATUS_LENGTH ? status(payload) : Optional.empty();
      case 5 ->
          payload.length >= Card.MIN_UID && payload.length <= Card.MAX_UID
              ? Optional.of(new Card(payload))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<McuMessage> helloReply(byte[] payload) {
    if (payload.length < 1 || payload.length > 1 + HelloReply.MAX_FIRMWARE) {
      return Optional.empty();
    }
    String firmware = new String(payload, 1, payload.length - 1, StandardCharsets.US_ASCII);
    return firmware.matches("[ -~]*")
        ? Optional.of(new HelloReply(payload[0] & 0xFF, firmware))
        : Optional.empty();
  }

  private static Optional<McuMessage> outputs(byte[] payload) {
    ByteBuffer in = ByteBuffer.wrap(payload);
    int mode = in.get() & 0xFF;
    int duty = in.getShort() & 0xFFFF;
    int phases = in.get() & 0xFF;
    int locked = in.get() & 0xFF;
    boolean valid =
        mode < PilotMode.values().length
            && duty <= 10_000
            && (phases == 0 || phases == 1 || phases == 3)
            && locked <= 1;
    return valid
        ? Optional.of(
            new Outputs(
                PilotMode.values()[mode],
                duty,
                phases,
                locked == 1,
                in.get() & 0xFF,
                in.get() & 0xFF))
        : Optional.empty();
  }

  private static Optional<McuMessage> status(byte[] payload) {
    ByteBuffer in = ByteBuffer.wrap(payload);
    int echo = in.get() & 0xFF;
    int high = in.getShort();
    int low = in.getShort();
    int flags = in.get() & 0xFF;
    int cable = in.get() & 0xFF;
    short tenths = in.getShort();
    int alarms = in.get() & 0xFF;
    boolean valid = cable == 0 || cable == 13 || cable == 20 || cable == 32 || cable == 63;
    return valid
        ? Optional.of(
            new Status(
                echo,
                high,
                low,
                (flags & CONTACTOR) != 0,
                (flags & LOCKED) != 0,
                cable == 0 ? Optional.empty() : Optional.of(cable),
                (flags & TRIPPED) != 0,
                (flags & TEST_PASSED) != 0,
                (flags & EMERGENCY) != 0,
                (flags & GRID) != 0,
                (flags & OVERRULED) != 0,
                tenths == NO_TEMPERATURE
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(tenths / 10.0),
                (alarms & EARTH_LOST) != 0,
                (alarms & SUPPLY_FAILING) != 0))
        : Optional.empty();
  }
}
