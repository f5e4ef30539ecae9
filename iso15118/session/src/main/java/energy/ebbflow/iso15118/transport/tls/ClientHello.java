package energy.ebbflow.iso15118.transport.tls;

import io.netty.buffer.ByteBuf;

/** Looks into a TLS ClientHello for the one thing that chooses the certificate: its versions. */
final class ClientHello {
  private static final int SUPPORTED_VERSIONS = 43; // RFC 8446 4.2.1
  private static final int TLS_1_3 = 0x0304;
  private static final int RANDOM_BYTES = 32;
  private static final int VERSION_BYTES = 2;

  private ClientHello() {}

  /**
   * Whether the client offers TLS 1.3. A hello that ends too early offers nothing; the handshake
   * itself then refuses it.
   *
   * @param hello body of the ClientHello, without record and handshake headers
   */
  static boolean offersTls13(ByteBuf hello) {
    int at = hello.readerIndex() + VERSION_BYTES + RANDOM_BYTES;
    int end = hello.writerIndex();
    at = skip8(hello, at, end); // session id
    at = skip16(hello, at, end); // cipher suites
    at = skip8(hello, at, end); // compression methods
    if (at < 0 || at + 2 > end) {
      return false;
    }
    end = Math.min(end, at + 2 + hello.getUnsignedShort(at));
    at += 2;
    while (at + 4 <= end) {
      int type = hello.getUnsignedShort(at);
      int next = at + 4 + hello.getUnsignedShort(at + 2);
      if (next > end) {
        return false;
      }
      if (type == SUPPORTED_VERSIONS) {
        return contains13(hello, at + 4, next);
      }
      at = next;
    }
    return false;
  }

  private static boolean contains13(ByteBuf hello, int from, int end) {
    for (int at = from + 1; at + 2 <= end; at += 2) {
      if (hello.getUnsignedShort(at) == TLS_1_3) {
        return true;
      }
    }
    return false;
  }

  private static int skip8(ByteBuf hello, int at, int end) {
    return at < 0 || at + 1 > end ? -1 : at + 1 + hello.getUnsignedByte(at);
  }

  private static int skip16(ByteBuf hello, int at, int end) {
    return at < 0 || at + 2 > end ? -1 : at + 2 + hello.getUnsignedShort(at);
  }
}
