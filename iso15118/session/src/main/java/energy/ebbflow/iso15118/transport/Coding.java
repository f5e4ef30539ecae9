package energy.ebbflow.iso15118.transport;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.ExiException;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.v2gtp.PayloadType;
import energy.ebbflow.iso15118.v2gtp.V2gtpHeader;
import java.util.EnumMap;
import java.util.Map;

/**
 * The codecs of one connection, made when they are first needed, and its buffer. Belongs to the
 * connection's thread.
 */
final class Coding {
  private final Map<MessageSet, ExiCodec<V2gMessage>> codecs = new EnumMap<>(MessageSet.class);
  // Made with the first message: connections that never send one cost nothing.
  private byte[] frame = {};

  /**
   * Decodes a payload.
   *
   * @throws ExiException when it is no document of the set
   */
  V2gMessage decode(MessageSet set, byte[] payload) {
    return codec(set).decode(payload, 0, payload.length);
  }

  /**
   * Encodes a message behind room for its header, into {@link #frame()}.
   *
   * @return length of the whole frame
   * @throws ExiException when it does not fit
   */
  int encode(MessageSet set, PayloadType type, V2gMessage message) {
    if (frame.length == 0) {
      frame = new byte[V2gtpHeader.BYTES + PayloadType.MAX_PAYLOAD_BYTES];
    }
    int length = codec(set).encode(message, frame, V2gtpHeader.BYTES);
    if (length > type.maxBytes()) {
      throw new IllegalArgumentException(
          Sets.name(message) + " has " + length + " bytes, " + type + " takes " + type.maxBytes());
    }
    new V2gtpHeader(type, length).write(frame, 0);
    return V2gtpHeader.BYTES + length;
  }

  /** The buffer of the last {@link #encode}; overwritten by the next. */
  byte[] frame() {
    return frame;
  }

  private ExiCodec<V2gMessage> codec(MessageSet set) {
    return codecs.computeIfAbsent(set, MessageSet::codec);
  }
}
