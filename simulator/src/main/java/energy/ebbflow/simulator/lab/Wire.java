package energy.ebbflow.simulator.lab;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.ExiException;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Carries messages as EXI: what arrives is what the codec made of the bytes. */
final class Wire {
  /** A message of the sets in use is far smaller. */
  private static final int BYTES_MAX = 64 * 1024;

  private static final String DC_PACKAGE = "energy.ebbflow.iso15118.message.iso20.dc";
  private static final String AC_PACKAGE = "energy.ebbflow.iso15118.message.iso20.ac";

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

  /** A message's name; of -2 and DIN that of the body. */
  static String name(V2gMessage message) {
    Optional<? extends Record> body =
        switch (message) {
          case Iso2Message iso2 -> iso2.body().bodyElement().map(Record.class::cast);
          case DinMessage din -> din.body().bodyElement().map(Record.class::cast);
          default -> Optional.empty();
        };
    return body.map(Object::getClass).orElse(message.getClass()).getSimpleName();
  }

  private ExiCodec<V2gMessage> codec(MessageSet set) {
    return codecs.computeIfAbsent(set, MessageSet::codec);
  }

  /** The set a message belongs to, which its package tells. */
  static MessageSet setOf(V2gMessage message) {
    if (message instanceof SupportedAppProtocolRequest
        || message instanceof SupportedAppProtocolResponse) {
      return MessageSet.APP;
    }
    return switch (message) {
      case Iso2Message _ -> MessageSet.ISO2;
      case DinMessage _ -> MessageSet.DIN;
      default -> iso20(message.getClass().getPackageName());
    };
  }

  private static MessageSet iso20(String messages) {
    if (messages.startsWith(DC_PACKAGE)) {
      return MessageSet.ISO20_DC;
    }
    return messages.equals(AC_PACKAGE) || messages.startsWith(AC_PACKAGE + ".")
        ? MessageSet.ISO20_AC
        : MessageSet.ISO20;
  }
}
