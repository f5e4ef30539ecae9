package energy.ebbflow.simulator.exi.tls;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a ClientHello or a ServerHello tells (RFC 8446 4.1).
 *
 * @param client whether the client's
 * @param random its 32 octets
 * @param tls13 whether TLS 1.3 was chosen; of a ServerHello
 * @param suite the number of the suite that was chosen; of a ServerHello
 * @param encryptThenMac whether RFC 7366 was agreed upon; of a ServerHello
 */
record Hello(boolean client, byte[] random, boolean tls13, int suite, boolean encryptThenMac) {
  private static final int CLIENT_HELLO = 1;
  private static final int SERVER_HELLO = 2;
  private static final int RANDOM_OCTETS = 32;
  private static final int ENCRYPT_THEN_MAC = 22;
  private static final int SUPPORTED_VERSIONS = 43;
  private static final int TLS13 = 0x0304;

  /** Reads a handshake message with its header; empty for every other one. */
  static Optional<Hello> of(int type, byte[] body) {
    ByteBuffer in = ByteBuffer.wrap(body);
    try {
      return switch (type) {
        case CLIENT_HELLO -> {
          in.getShort();
          yield Optional.of(new Hello(true, random(in), false, 0, false));
        }
        case SERVER_HELLO -> Optional.of(server(in));
        default -> Optional.empty();
      };
    } catch (BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException cutOff) {
      return Optional.empty();
    }
  }

  private static byte[] random(ByteBuffer in) {
    byte[] random = new byte[RANDOM_OCTETS];
    in.get(random);
    return random;
  }

  private static Hello server(ByteBuffer in) {
    in.getShort();
    byte[] random = random(in);
    in.position(in.position() + 1 + (in.get(in.position()) & 0xFF));
    int suite = in.getShort() & 0xFFFF;
    in.get();
    boolean tls13 = false;
    boolean encryptThenMac = false;
    if (in.remaining() >= 2) {
      in.getShort();
    }
    while (in.remaining() >= 4) {
      int extension = in.getShort() & 0xFFFF;
      int length = in.getShort() & 0xFFFF;
      tls13 |= extension == SUPPORTED_VERSIONS && (in.getShort(in.position()) & 0xFFFF) == TLS13;
      encryptThenMac |= extension == ENCRYPT_THEN_MAC;
      in.position(in.position() + length);
    }
    return new Hello(false, random, tls13, suite, encryptThenMac);
  }
}
