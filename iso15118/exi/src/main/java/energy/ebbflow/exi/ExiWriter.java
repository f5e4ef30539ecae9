package energy.ebbflow.exi;

import java.math.BigInteger;

/**
 * Writes a bit-packed EXI body into the caller's buffer. The generated coders call it; it allocates
 * nothing. One thread owns an instance.
 *
 * <p>The {@code ...Element} methods write the whole content of an element of simple type: the event
 * code of its characters (one bit, 0), the value, and the event code of its end (one bit, 0).
 */
public final class ExiWriter {
  private static final byte[] NOTHING = new byte[0];

  /** The first octet of every message: no cookie, no options, version 1. */
  static final int HEADER = 0x80;

  /**
   * The escape to the second level, and there the first of its events: the end that the schema
   * lacks.
   */
  private static final int UNDECLARED_END = 0b1000;

  /** As soon as so many bits are pending they are written. */
  private static final int WORD_BITS = 32;

  private byte[] buffer = NOTHING;
  private int start;
  private int position;
  private long pending;
  private int pendingBits;
  private String root = "";

  /** A writer that must be started first. */
  public ExiWriter() {}

  /** Starts a body at {@code offset}, the header octet first. */
  public void start(byte[] target, int offset, String rootName) {
    if (offset < 0 || offset > target.length) {
      throw new IndexOutOfBoundsException(
          "offset " + offset + " lies outside a buffer of " + target.length + " octets");
    }
    buffer = target;
    start = offset;
    position = offset;
    pending = 0;
    pendingBits = 0;
    root = rootName;
    bits(HEADER, 8);
  }

  /**
   * Fills the last octet with zero bits and lets go of the buffer.
   *
   * @return how many octets have been written since {@link #start}
   */
  public int finish() {
    bits(0, -pendingBits & 7);
    flushOctets();
    return position - start;
  }

  /** Lets go of the buffer. */
  public void release() {
    buffer = NOTHING;
  }

  /** Writes the lowest {@code count} bits of {@code value}, which has no others; at most 32. */
  public void bits(int value, int count) {
    long bits = pending << count | value & 0xFFFF_FFFFL;
    int number = pendingBits + count;
    if (number >= WORD_BITS) {
      number -= WORD_BITS;
      word((int) (bits >>> number));
    }
    // What lies above the pending bits has been written; it is shifted out in time.
    pending = bits;
    pendingBits = number;
  }

  private void word(int word) {
    byte[] target = buffer;
    int at = position;
    if (target.length - at < 4) {
      throw full();
    }
    target[at] = (byte) (word >>> 24);
    target[at + 1] = (byte) (word >>> 16);
    target[at + 2] = (byte) (word >>> 8);
    target[at + 3] = (byte) word;
    position = at + 4;
  }

  /** Writes the whole octets that are pending; fewer than eight bits stay. */
  private void flushOctets() {
    while (pendingBits >= 8) {
      if (position == buffer.length) {
        throw full();
      }
      pendingBits -= 8;
      buffer[position++] = (byte) (pending >>> pendingBits);
    }
  }

  /** Writes an Unsigned Integer; {@code value} is taken as unsigned. */
  public void unsigned(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bits((int) (rest & 0x7F) | 0x80, 8);
      rest >>>= 7;
    }
    bits((int) rest, 8);
  }

  /** Writes an Integer: the sign, then the magnitude. */
  public void signed(long value) {
    bits(value < 0 ? 1 : 0, 1);
    unsigned(value < 0 ? ~value : value);
  }

  /** Writes an Integer of any size. */
  public void big(BigInteger value) {
    boolean negative = value.signum() < 0;
    bits(negative ? 1 : 0, 1);
    BigInteger rest = negative ? value.not() : value;
    while (rest.bitLength() > 7) {
      bits(rest.intValue() & 0x7F | 0x80, 8);
      rest = rest.shiftRight(7);
    }
    bits(rest.intValue(), 8);
  }

  /** Writes a String as a miss of the string table: every stack in the field does. */
  public void string(String value) {
    int chars = value.length();
    unsigned(value.codePointCount(0, chars) + 2L);
    for (int i = 0; i < chars; i++) {
      char c = value.charAt(i);
      if (c < 0x80) {
        bits(c, 8);
      } else if (Character.isHighSurrogate(c) && i + 1 < chars) {
        unsigned(value.codePointAt(i));
        i++;
      } else {
        unsigned(c);
      }
    }
  }

  /** Writes a Binary: its length, then its octets. */
  public void octets(Octets value) {
    byte[] octets = value.bytes();
    unsigned(octets.length);
    flushOctets();
    if (buffer.length - position < octets.length) {
      throw full();
    }
    int shift = pendingBits;
    int at = position;
    if (shift == 0) {
      System.arraycopy(octets, 0, buffer, at, octets.length);
    } else {
      byte[] target = buffer;
      int carry = (int) pending;
      for (byte octet : octets) {
        carry = carry << 8 | octet & 0xFF;
        target[at++] = (byte) (carry >>> shift);
      }
      pending = carry;
    }
    position += octets.length;
  }

  /** Writes an element whose value takes {@code count} bits; at most 30. */
  public void smallElement(int value, int count) {
    bits(value << 1, count + 2);
  }

  /**
   * Writes an element with an Unsigned Integer.
   *
   * @param code the event code of the element
   * @param width the bits of the code, at most 6
   */
  public void unsignedElement(int code, int width, long value) {
    if ((value & ~0x7FL) == 0) {
      bits(code << 10 | (int) value << 1, width + 10);
    } else if ((value & ~0x3FFFL) == 0) {
      int low = (int) value & 0x7F | 0x80;
      bits(code << 18 | low << 9 | (int) value >>> 7 << 1, width + 18);
    } else {
      bits(code << 1, width + 1);
      unsigned(value);
      bits(0, 1);
    }
  }

  /**
   * Writes an element with an Integer.
   *
   * @param code the event code of the element
   * @param width the bits of the code, at most 6
   */
  public void signedElement(int code, int width, long value) {
    long magnitude = value ^ value >> 63;
    int sign = (int) (value >>> 63);
    if (magnitude < 0x80) {
      bits(code << 11 | sign << 9 | (int) magnitude << 1, width + 11);
    } else if (magnitude < 0x4000) {
      int low = (int) magnitude & 0x7F | 0x80;
      bits(code << 19 | sign << 17 | low << 9 | (int) magnitude >>> 7 << 1, width + 19);
    } else {
      bits(code << 2 | sign, width + 2);
      unsigned(magnitude);
      bits(0, 1);
    }
  }

  /** Writes an element with an Integer of any size. */
  public void bigElement(BigInteger value) {
    bits(0, 1);
    big(value);
    bits(0, 1);
  }

  /**
   * Writes an element with a String. An empty one is written as an element without characters,
   * which is what EXIficient, and with it the reference stacks, makes of an empty XML element.
   */
  public void stringElement(String value) {
    if (value.isEmpty()) {
      bits(UNDECLARED_END, 4);
      return;
    }
    bits(0, 1);
    string(value);
    bits(0, 1);
  }

  /** Writes an element with a Binary; an empty one like an empty String. */
  public void octetsElement(Octets value) {
    if (value.length() == 0) {
      bits(UNDECLARED_END, 4);
      return;
    }
    bits(0, 1);
    octets(value);
    bits(0, 1);
  }

  /** The failure of an encoding that has not begun: the record is none of the set. */
  public static ExiException foreign(String set, Object content, String expected) {
    return new ExiException(
        set, "(root)", 0, "expected " + expected + ", got " + content.getClass().getName());
  }

  private ExiException full() {
    return new ExiException(
        root,
        "(buffer)",
        8L * (position - start),
        "the buffer of "
            + (buffer.length - start)
            + " octets is full; the message is longer and nothing may be sent");
  }
}
