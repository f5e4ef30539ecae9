package energy.ebbflow.simulator.lab;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.ExiException;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/** Carries messages as EXI: what arrives is what the codec made of the bytes. */
final class Wire {
  /** A message of the sets in use is far smaller. */
  private static final int BYTES_MAX = 64 * 1024;

  private static final String DC_PACKAGE = "energy.ebbflow.iso15118.message.iso20.dc";

  private final Map<MessageSet, ExiCodec<V2gMessage>> codecs = new EnumMap<>(MessageSet.class);
  private final byte[] buffer = new byte[BYTES_MAX];

  /** The bytes of a message. */
  byte[] encode(V2gMessage message) {
    int length = codec(setOf(message)).encode(message, buffer, 0);
    return Arrays.copyOf(buffer, length);
  }

  /**
   * What the other side reads.
   *
   * @param set the set that both have agreed on
   * @throws ExiException when the bytes are no message of the set
   */
  V2gMessage decode(MessageSet set, byte[] bytes) {
    return codec(set).decode(bytes, 0, bytes.length);
  }

  /** The bytes of a message in hexadecimal. */
  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private ExiCodec<V2gMessage> codec(MessageSet set) {
    return codecs.computeIfAbsent(set, MessageSet::codec);
  }

  static MessageSet setOf(V2gMessage message) {
    if (message instanceof SupportedAppProtocolRequest
        || message instanceof SupportedAppProtocolResponse) {
      return MessageSet.APP;
    }
    return message.getClass().getPackageName().startsWith(DC_PACKAGE)
        ? MessageSet.ISO20_DC
        : MessageSet.ISO20;
  }
}
