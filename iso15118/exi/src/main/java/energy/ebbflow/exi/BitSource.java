package energy.ebbflow.exi;

/** The bits of a message, and how a failure to read them is told. */
abstract sealed class BitSource permits ExiReader {
  /** No octets. */
  static final byte[] NOTHING = new byte[0];

  /** How many octets an Unsigned Integer may take: 64 bits in groups of seven. */
  private static final int MAX_UNSIGNED_OCTETS = 10;

  /** The caller's octets, as long as a message is read. */
  byte[] buffer = NOTHING;

  /** The first octet of the message in the buffer. */
  int start;

  /** The next bit, counted from the start of the message. */
  int bit;

  /** The bits of the message. */
  int limit;

  /** The message, or the set until its root is known; for failures. */
  String root = "";

  /** Reads {@code count} bits, 1 to 16; 0 reads none. */
  public final int bits(int count, String field) {
    int from = bit;
    int to = from + count;
    if (to > limit) {
      throw truncated(count, field);
    }
    bit = to;
    // The shift by 32 - count alone would be a shift by nothing when count is 0.
    return word(from) >>> 1 >>> 31 - count;
  }

  /**
   * The bits from {@code from} on, the first of them on top; at least 25 of them hold what comes.
   */
  final int word(int from) {
    byte[] octets = buffer;
    int index = start + (from >>> 3);
    if (index + 4 <= octets.length) {
      int word =
          octets[index] << 24
              | (octets[index + 1] & 0xFF) << 16
              | (octets[index + 2] & 0xFF) << 8
              | octets[index + 3] & 0xFF;
      return word << (from & 7);
    }
    int word = 0;
    for (int i = 0; i < 4; i++) {
      word = word << 8 | (index + i < octets.length ? octets[index + i] & 0xFF : 0);
    }
    return word << (from & 7);
  }

  final long varint(String field) {
    int first = bits(8, field);
    if (first < 0x80) {
      return first;
    }
    int at = bit - 8;
    long value = first & 0x7F;
    for (int i = 1; i < MAX_UNSIGNED_OCTETS; i++) {
      int octet = bits(8, field);
      value |= (long) (octet & 0x7F) << 7 * i;
      if (octet < 0x80) {
        if (i == MAX_UNSIGNED_OCTETS - 1 && octet > 1) {
          break;
        }
        return value;
      }
    }
    bit = at;
    throw fail(field, "an integer of more than 64 bits");
  }

  final void need(long octets, String field) {
    long left = (limit - bit) / 8;
    if (octets > left) {
      throw fail(field, "expected " + octets + " octets, only " + left + " are left");
    }
  }

  private ExiException truncated(int count, String field) {
    return fail(
        field, "expected " + count + " more bits, the message ends after " + limit / 8 + " octets");
  }

  final ExiException fail(String field, String reason) {
    return new ExiException(root, field, bit, reason);
  }
}
