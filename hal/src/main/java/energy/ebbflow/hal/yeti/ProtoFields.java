package energy.ebbflow.hal.yeti;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of one protocol-buffer message (proto3 encoding): numbers, floats, text and inner
 * messages by field number. A field that is absent has its default, 0 or empty; of a field that
 * comes twice the last one counts; fields that nobody asks for are passed over.
 */
final class ProtoFields {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  /** Longest number on the wire: 64 bits in groups of seven. */
  private static final int VARINT_BYTES_MAX = 10;

  /** More fields than any message of the board has. */
  private static final int FIELDS_MAX = 64;

  /** Lowest and highest number of a field. */
  private static final int NUMBER_MAX = (1 << 29) - 1;

  private final Map<Integer, Long> numbers = new LinkedHashMap<>();
  private final Map<Integer, byte[]> bytes = new LinkedHashMap<>();

  private ProtoFields() {}

  /** Reads a message; empty if the bytes are none. */
  static Optional<ProtoFields> of(byte[] message) {
    ProtoFields fields = new ProtoFields();
    ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    try {
      for (int count = 0; in.hasRemaining(); count++) {
        if (count == FIELDS_MAX || !fields.field(in)) {
          return Optional.empty();
        }
      }
    } catch (BufferUnderflowException e) {
      return Optional.empty();
    }
    return Optional.of(fields);
  }

  private boolean field(ByteBuffer in) {
    Optional<Long> tag = varint(in);
    long number = tag.orElse(0L) >>> 3;
    if (number < 1 || number > NUMBER_MAX) {
      return false;
    }
    switch ((int) (tag.get() & 7)) {
      case VARINT -> {
        Optional<Long> value = varint(in);
        value.ifPresent(present -> numbers.put((int) number, present));
        return value.isPresent();
      }
      case FIXED64 -> numbers.put((int) number, in.getLong());
      case FIXED32 -> numbers.put((int) number, in.getInt() & 0xFFFF_FFFFL);
      case BYTES -> {
        long length = varint(in).orElse(-1L);
        if (length < 0 || length > in.remaining()) {
          return false;
        }
        byte[] value = new byte[(int) length];
        in.get(value);
        bytes.put((int) number, value);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Optional<Long> varint(ByteBuffer in) {
    long value = 0;
    for (int i = 0; i < VARINT_BYTES_MAX; i++) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << 7 * i;
      if (next >= 0) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** Whether the field is there. */
  boolean has(int number) {
    return numbers.containsKey(number) || bytes.containsKey(number);
  }

  long number(int number) {
    return numbers.getOrDefault(number, 0L);
  }

  boolean flag(int number) {
    return number(number) != 0;
  }

  float real(int number) {
    return Float.intBitsToFloat((int) number(number));
  }

  /** Text with what cannot be printed replaced. */
  String text(int number) {
    byte[] value = bytes.getOrDefault(number, new byte[0]);
    return new String(value, StandardCharsets.UTF_8).replaceAll("[^ -~]", "?");
  }

  /** An inner message; an absent one has no fields, one that cannot be read is empty here. */
  Optional<ProtoFields> message(int number) {
    return of(bytes.getOrDefault(number, new byte[0]));
  }

  /** Writes a message, field by field. Fields of the value 0 are written, too. */
  static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Writer number(int number, long value) {
      varint((long) number << 3 | VARINT);
      varint(value);
      return this;
    }

    Writer flag(int number, boolean value) {
      return number(number, value ? 1 : 0);
    }

    Writer real(int number, double value) {
      varint((long) number << 3 | FIXED32);
      out.writeBytes(
          ByteBuffer.allocate(Float.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putFloat((float) value)
              .array());
      return this;
    }

    Writer text(int number, String value) {
      return bytes(number, value.getBytes(StandardCharsets.UTF_8));
    }

    Writer message(int number, Writer inner) {
      return bytes(number, inner.bytes());
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private Writer bytes(int number, byte[] value) {
      varint((long) number << 3 | BYTES);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        out.write((int) (rest & 0x7F | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
