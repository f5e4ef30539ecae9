package energy.ebbflow.exi;

import java.math.BigInteger;

/**
 * Reads a bit-packed EXI body from the caller's buffer. The generated coders call it. One thread
 * owns an instance.
 *
 * <p>Every length is checked against its bound and against the octets that are left before anything
 * is allocated. The {@code field} of each method is the place that a failure names.
 */
public final class ExiReader extends BitSource {
  /**
   * The bits of the second level where characters may come: seven or, behind attributes, five
   * events.
   */
  private static final int SECOND_LEVEL_BITS = 3;

  private final StringTable strings = new StringTable();
  private int eventAt;
  private int eventWidth;

  /**
   * The characters of the string that is being read; grows to the longest string seen, at most
   * 2048.
   */
  private char[] characters = new char[64];

  /** A reader that must be started first. */
  public ExiReader() {}

  /**
   * Starts with the header octet.
   *
   * @throws ExiException when the header is not that of the profile or the input is too long
   */
  public void start(byte[] source, int offset, int length, String setName) {
    if (offset < 0 || length < 0 || length > source.length - offset) {
      throw new IndexOutOfBoundsException(
          "octets " + offset + " to " + (offset + (long) length) + " of " + source.length);
    }
    root = setName;
    buffer = source;
    start = offset;
    bit = 0;
    limit = 0;
    strings.clear();
    if (length > ExiCodec.MAX_INPUT_OCTETS) {
      throw fail(
          "(header)", length + " octets, at most " + ExiCodec.MAX_INPUT_OCTETS + " are decoded");
    }
    limit = 8 * length;
    int header = bits(8, "(header)");
    if (header != ExiWriter.HEADER) {
      bit = 0;
      throw fail(
          "(header)", "expected 80 (EXI 1.0 without options), got " + Integer.toHexString(header));
    }
  }

  /** Names the message, once its root is known, for the failures to come. */
  public void root(String name) {
    root = name;
  }

  /** Lets go of the buffer. */
  public void release() {
    buffer = NOTHING;
    limit = 0;
    strings.clear();
  }

  /** Reads an event code of {@code width} bits, at most 16. */
  public int event(int width, String field) {
    eventAt = bit;
    eventWidth = width;
    return bits(width, field);
  }

  /** Reads the one bit that says that the only permitted event comes. */
  public void expect(String field) {
    if (bits(1, field) != 0) {
      throw escape(1, field);
    }
  }

  /** Reads an Unsigned Integer that lies in {@code min..max}. */
  public long unsigned(long min, long max, String field) {
    int at = bit;
    long value = varint(field);
    if (value < min || value > max) {
      throw outOfRange(
          at, Long.toUnsignedString(value), Long.toString(min), Long.toString(max), field);
    }
    return value;
  }

  /** Reads an Unsigned Integer of 64 bits. */
  public long unsigned64(String field) {
    return varint(field);
  }

  /** Reads an Integer that lies in {@code min..max}. */
  public long signed(long min, long max, String field) {
    int at = bit;
    boolean negative = bits(1, field) != 0;
    long magnitude = varint(field);
    long value = negative ? ~magnitude : magnitude;
    if (magnitude < 0 || value < min || value > max) {
      throw outOfRange(
          at,
          (negative ? "-1-" : "") + Long.toUnsignedString(magnitude),
          Long.toString(min),
          Long.toString(max),
          field);
    }
    return value;
  }

  /** Reads an Integer of at most {@code maxOctets} octets. */
  public BigInteger big(int maxOctets, String field) {
    int at = bit;
    boolean negative = bits(1, field) != 0;
    BigInteger value = BigInteger.ZERO;
    int maxGroups = (8 * maxOctets + 6) / 7;
    int octet;
    int groups = 0;
    do {
      if (groups == maxGroups) {
        bit = at;
        throw fail(field, "an integer of more than " + maxOctets + " octets");
      }
      octet = bits(8, field);
      value = value.or(BigInteger.valueOf(octet & 0x7F).shiftLeft(7 * groups));
      groups++;
    } while ((octet & 0x80) != 0);
    if (negative) {
      value = value.not();
    }
    if (value.abs().bitLength() > 8 * maxOctets) {
      bit = at;
      throw fail(field, "an integer of more than " + maxOctets + " octets");
    }
    return value;
  }

  /**
   * Reads a String of {@code min..max} characters.
   *
   * @param name the number of the element's or attribute's name, for the string table
   */
  public String string(int min, int max, int name, String field) {
    int at = bit;
    long head = varint(field);
    if (head == 0) {
      return known(at, min, max, strings.localSize(name), name, field);
    }
    if (head == 1) {
      return known(at, min, max, strings.globalSize(), -1, field);
    }
    long length = head - 2;
    if (length < min || length > max) {
      throw badLength(at, Long.toUnsignedString(length), min, max, field);
    }
    need(length, field);
    String value = characters((int) length, field);
    if (length > 0) {
      strings.add(name, value);
    }
    return value;
  }

  /** Reads a Binary of {@code min..max} octets. */
  public Octets octets(int min, int max, String field) {
    int at = bit;
    long length = varint(field);
    if (length < min || length > max) {
      throw badLength(at, Long.toUnsignedString(length), min, max, field);
    }
    need(length, field);
    byte[] bytes = new byte[(int) length];
    int index = start + (bit >>> 3);
    int shift = bit & 7;
    if (shift == 0) {
      System.arraycopy(buffer, index, bytes, 0, bytes.length);
    } else {
      int carry = buffer[index] & 0xFF;
      for (int i = 0; i < bytes.length; i++) {
        carry = carry << 8 | buffer[index + i + 1] & 0xFF;
        bytes[i] = (byte) (carry >>> 8 - shift);
      }
    }
    bit += 8 * bytes.length;
    return Octets.owning(bytes);
  }

  /** Reads a value of {@code count} bits, at most 14, that does not exceed {@code max}. */
  public int small(int count, int max, String field) {
    int value = bits(count, field);
    if (value > max) {
      throw outOfRange(bit - count, Integer.toString(value), "0", Integer.toString(max), field);
    }
    return value;
  }

  /** Reads an element whose value takes {@code count} bits and does not exceed {@code max}. */
  public int smallElement(int count, int max, String field) {
    int word = bits(count + 2, field);
    int value = word >>> 1;
    // The first bit, the code of the characters, would make the value too large; the last is the
    // end's.
    if (value > max || (word & 1) != 0) {
      throw badElement(value, count, max, field);
    }
    return value;
  }

  /** Like {@link #smallElement}, with the bit before it that says that the element comes. */
  public int smallSoleElement(int count, int max, String field) {
    int word = bits(count + 3, field);
    int value = word >>> 1;
    if (value > max || (word & 1) != 0) {
      throw badElement(value, count, max, field);
    }
    return value;
  }

  /** Reads an element with an Unsigned Integer. */
  public long unsignedElement(long min, long max, String field) {
    return unsignedElement(1, min, max, field);
  }

  /** Like {@link #unsignedElement}, with the bit before it that says that the element comes. */
  public long unsignedSoleElement(long min, long max, String field) {
    return unsignedElement(2, min, max, field);
  }

  private long unsignedElement(int lead, long min, long max, String field) {
    // Nearly all values take one octet or two: these, and the bits around them, are read at once.
    int word = word(bit);
    if (word >>> 32 - lead == 0) {
      int first = word >>> 24 - lead & 0xFF;
      int second = word >>> 16 - lead & 0xFF;
      int octets = first < 0x80 ? 1 : 2;
      int value = first < 0x80 ? first : first & 0x7F | second << 7;
      int length = lead + 8 * octets + 1;
      boolean plain = (first < 0x80 || second < 0x80) && (word >>> 32 - length & 1) == 0;
      if (plain && value >= min && value <= max && bit + length <= limit) {
        bit += length;
        return value;
      }
    }
    for (int i = 0; i < lead; i++) {
      expect(field);
    }
    long value = unsigned(min, max, field);
    expect(field);
    return value;
  }

  /** Reads an element with an Unsigned Integer of 64 bits. */
  public long unsigned64Element(String field) {
    expect(field);
    long value = varint(field);
    expect(field);
    return value;
  }

  /** Reads an element with an Integer. */
  public long signedElement(long min, long max, String field) {
    return signedElement(1, min, max, field);
  }

  /** Like {@link #signedElement}, with the bit before it that says that the element comes. */
  public long signedSoleElement(long min, long max, String field) {
    return signedElement(2, min, max, field);
  }

  private long signedElement(int lead, long min, long max, String field) {
    int word = word(bit);
    if (word >>> 32 - lead == 0) {
      int head = lead + 1;
      int first = word >>> 24 - head & 0xFF;
      int second = word >>> 16 - head & 0xFF;
      int octets = first < 0x80 ? 1 : 2;
      int magnitude = first < 0x80 ? first : first & 0x7F | second << 7;
      int value = (word >>> 32 - head & 1) == 0 ? magnitude : ~magnitude;
      int length = head + 8 * octets + 1;
      boolean plain = (first < 0x80 || second < 0x80) && (word >>> 32 - length & 1) == 0;
      if (plain && value >= min && value <= max && bit + length <= limit) {
        bit += length;
        return value;
      }
    }
    for (int i = 0; i < lead; i++) {
      expect(field);
    }
    long value = signed(min, max, field);
    expect(field);
    return value;
  }

  /** Reads an element with an Integer of any size. */
  public BigInteger bigElement(int maxOctets, String field) {
    expect(field);
    BigInteger value = big(maxOctets, field);
    expect(field);
    return value;
  }

  /** Reads an element with a String. */
  public String stringElement(int min, int max, int name, String field) {
    if (bits(1, field) != 0) {
      empty(min, max, 1, field);
      return "";
    }
    String value = string(min, max, name, field);
    expect(field);
    return value;
  }

  /** Reads an element with a Binary. */
  public Octets octetsElement(int min, int max, String field) {
    if (bits(1, field) != 0) {
      empty(min, max, 1, field);
      return Octets.owning(NOTHING);
    }
    Octets value = octets(min, max, field);
    expect(field);
    return value;
  }

  /**
   * Reads what follows the escape to the second level where characters may come: the end of the
   * element, which then has an empty value.
   *
   * @param width the bits of the code of the escape
   */
  public void empty(int min, int max, int width, String field) {
    if (bits(SECOND_LEVEL_BITS, field) != 0) {
      bit -= SECOND_LEVEL_BITS;
      throw escape(width, field);
    }
    if (min > 0) {
      throw badLength(bit, "0", min, max, field);
    }
  }

  /**
   * The failure of the event code that {@link #event} read last: the grammar does not have it, or
   * has it for something that these protocols never use: an escape to the second level, a foreign
   * element, text between elements.
   */
  public ExiException unexpected(String expected, String field) {
    bit = eventAt;
    int code = bits(eventWidth, field);
    bit = eventAt;
    return fail(
        field,
        "expected "
            + expected
            + ", got event code "
            + code
            + " of "
            + eventWidth
            + " bits, which stands for nothing that is accepted here");
  }

  /** The failure of a list that is longer than our own limit. */
  public ExiException tooMany(int max, String field) {
    return fail(field, "more than " + max + " occurrences");
  }

  private ExiException escape(int width, String field) {
    bit -= width;
    return fail(
        field,
        "expected the only event that the schema permits, got an escape to the second level"
            + " (xsi:type, xsi:nil, undeclared content), which this profile rejects");
  }

  private String known(int at, int min, int max, int size, int name, String field) {
    int width = 32 - Integer.numberOfLeadingZeros(Math.max(0, size - 1));
    int index = width > 16 ? bits(width - 16, field) << 16 | bits(16, field) : bits(width, field);
    if (index >= size) {
      bit = at;
      throw fail(field, "a reference to string " + index + " of " + size + " that came before");
    }
    String value = name < 0 ? strings.global(index) : strings.local(name, index);
    int length = value.codePointCount(0, value.length());
    if (length < min || length > max) {
      throw badLength(at, Integer.toString(length), min, max, field);
    }
    return value;
  }

  private String characters(int length, String field) {
    if (characters.length < 2 * length) {
      characters = new char[2 * length];
    }
    char[] chars = characters;
    int used = 0;
    for (int i = 0; i < length; i++) {
      int at = bit;
      int octet = bits(8, field);
      if (octet < 0x80) {
        chars[used++] = (char) octet;
        continue;
      }
      bit = at;
      long point = varint(field);
      if (point > Character.MAX_CODE_POINT
          || point < 0
          || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        bit = at;
        throw fail(field, "character " + Long.toHexString(point) + " is no Unicode character");
      }
      used += Character.toChars((int) point, chars, used);
    }
    return new String(chars, 0, used);
  }

  private ExiException badElement(int value, int count, int max, String field) {
    if (value >>> count != 0 || value <= max) {
      return escape(value >>> count != 0 ? count + 2 : 1, field);
    }
    return outOfRange(bit - count - 1, Integer.toString(value), "0", Integer.toString(max), field);
  }

  private ExiException outOfRange(int at, String value, String min, String max, String field) {
    bit = at;
    return fail(field, "value " + value + " is outside " + min + " to " + max);
  }

  private ExiException badLength(int at, String length, int min, int max, String field) {
    bit = at;
    return fail(field, "length " + length + ", allowed are " + min + " to " + max);
  }
}
