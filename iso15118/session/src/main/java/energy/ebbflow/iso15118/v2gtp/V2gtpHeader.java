package energy.ebbflow.iso15118.v2gtp;

import java.util.Arrays;

/**
 * The header of a frame: version, its complement, payload type and payload length, big-endian.
 *
 * @param type what the payload is
 * @param length length of the payload in bytes, 0 to {@link PayloadType#maxBytes()}
 */
public record V2gtpHeader(PayloadType type, int length) {
  /** Length of a header, bytes. */
  public static final int BYTES = 8;

  /** Protocol version 1, the only one there is. */
  public static final int VERSION = 0x01;

  /** Complement of the version. */
  public static final int INVERSE_VERSION = 0xFE;

  public V2gtpHeader {
    if (length < 0 || length > type.maxBytes()) {
      throw new IllegalArgumentException(
          "payload of " + type + " is 0 to " + type.maxBytes() + " bytes, not " + length);
    }
  }

  /**
   * Reads the eight bytes at {@code offset}.
   *
   * @throws V2gtpException when they are no header, or name a type or a length we refuse
   */
  public static V2gtpHeader parse(byte[] bytes, int offset) throws V2gtpException {
    if (bytes.length - offset < BYTES) {
      throw new V2gtpException(
          "a V2GTP header has 8 bytes, only " + (bytes.length - offset) + " came");
    }
    int version = bytes[offset] & 0xFF;
    int inverse = bytes[offset + 1] & 0xFF;
    if (version != VERSION || inverse != INVERSE_VERSION) {
      throw new V2gtpException(
          String.format(
              "a V2GTP header starts with 01 FE, %02X %02X came; a TLS or other client on this"
                  + " port?",
              version, inverse));
    }
    int code = unsigned16(bytes, offset + 2);
    PayloadType type =
        PayloadType.ofCode(code)
            .orElseThrow(
                () -> new V2gtpException(String.format("unknown payload type 0x%04X", code)));
    long length = ((long) unsigned16(bytes, offset + 4) << 16) | unsigned16(bytes, offset + 6);
    if (length > type.maxBytes()) {
      throw new V2gtpException(
          "payload of " + type + " is at most " + type.maxBytes() + " bytes, " + length + " came");
    }
    return new V2gtpHeader(type, (int) length);
  }

  /** Writes the eight bytes at {@code offset}. */
  public void write(byte[] target, int offset) {
    target[offset] = (byte) VERSION;
    target[offset + 1] = (byte) INVERSE_VERSION;
    target[offset + 2] = (byte) (type.code() >>> 8);
    target[offset + 3] = (byte) type.code();
    target[offset + 4] = (byte) (length >>> 24);
    target[offset + 5] = (byte) (length >>> 16);
    target[offset + 6] = (byte) (length >>> 8);
    target[offset + 7] = (byte) length;
  }

  /** A whole frame: a header for {@code payload}, then the payload. */
  public static byte[] frame(PayloadType type, byte[] payload) {
    byte[] frame = new byte[BYTES + payload.length];
    new V2gtpHeader(type, payload.length).write(frame, 0);
    System.arraycopy(payload, 0, frame, BYTES, payload.length);
    return frame;
  }

  /**
   * The payload of a datagram that is exactly one frame of {@code expected}.
   *
   * @throws V2gtpException when it is anything else
   */
  public static byte[] payloadOf(byte[] datagram, PayloadType expected) throws V2gtpException {
    V2gtpHeader header = parse(datagram, 0);
    if (header.type != expected) {
      throw new V2gtpException("expected " + expected + ", " + header.type + " came");
    }
    if (datagram.length != BYTES + header.length) {
      throw new V2gtpException(
          "the header says "
              + header.length
              + " bytes of payload, "
              + (datagram.length - BYTES)
              + " came");
    }
    return Arrays.copyOfRange(datagram, BYTES, datagram.length);
  }

  private static int unsigned16(byte[] bytes, int offset) {
    return (bytes[offset] & 0xFF) << 8 | bytes[offset + 1] & 0xFF;
  }
}
