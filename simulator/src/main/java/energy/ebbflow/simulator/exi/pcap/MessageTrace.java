package energy.ebbflow.simulator.exi.pcap;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.ExiException;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import energy.ebbflow.simulator.exi.tls.KeyLogFile;
import energy.ebbflow.simulator.exi.tls.TlsConversation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the conversation in a capture: which protocol was agreed upon decides how frames are
 * read.
 */
public final class MessageTrace {
  private static final int SDP_PORT = 15118;

  private final Map<MessageSet, ExiCodec<V2gMessage>> codecs = new EnumMap<>(MessageSet.class);
  private final Map<String, Direction> directions = new HashMap<>();
  private final Map<String, Conversation> conversations = new HashMap<>();

  /** What both directions of a connection know. */
  private static final class Conversation {
    private List<AppProtocol> offered = List.of();
    private MessageSet exi = MessageSet.APP;
    private TlsConversation.Side @Nullable [] tls;
  }

  /** One direction of a connection. */
  private static final class Direction {
    private final TcpStream tcp = new TcpStream();
    private final FrameStream frames = new FrameStream();
    private TlsConversation.@Nullable Side side;
  }

  private final KeyLogFile keys;

  /** Without secrets: what is encrypted is not shown. */
  public MessageTrace() {
    this(KeyLogFile.none());
  }

  /**
   * With secrets.
   *
   * @param keys of the TLS connections in the capture
   */
  public MessageTrace(KeyLogFile keys) {
    this.keys = keys;
  }

  /**
   * A line of the trace.
   *
   * @param packet the packet that completed the message
   * @param from the sender
   * @param to the receiver
   * @param name what it is
   * @param detail set and length, or what is wrong
   * @param message the message, when it was one of ours and could be read
   * @param failed whether it could not be read
   */
  public record Line(
      Packet packet,
      String from,
      String to,
      String name,
      String detail,
      Optional<V2gMessage> message,
      boolean failed) {}

  /** Reads the next packet of the capture. */
  public List<Line> next(Packet packet) {
    Optional<Datagram> datagram = Datagram.of(packet);
    if (datagram.isEmpty()) {
      return List.of();
    }
    Datagram in = datagram.get();
    return switch (in.kind()) {
      case HOMEPLUG -> List.of(plain(packet, in, SlacNames.of(in.payload()), "SLAC"));
      case UDP -> sdp(packet, in);
      case TCP -> tcp(packet, in);
    };
  }

  private static Line plain(Packet packet, Datagram in, String name, String detail) {
    return new Line(packet, in.source(), in.target(), name, detail, Optional.empty(), false);
  }

  private static List<Line> sdp(Packet packet, Datagram in) {
    byte[] octets = in.payload();
    boolean frame = octets.length >= 8 && (octets[0] & 0xFF) == 0x01 && (octets[1] & 0xFF) == 0xFE;
    if (!frame || in.sourcePort() != SDP_PORT && in.targetPort() != SDP_PORT) {
      return List.of();
    }
    int type = (octets[2] & 0xFF) << 8 | octets[3] & 0xFF;
    String name =
        switch (type) {
          case 0x9000 -> "SECCDiscoveryReq";
          case 0x9001 -> "SECCDiscoveryRes";
          case 0x9002 -> "SECCDiscoveryReq (wireless)";
          case 0x9003 -> "SECCDiscoveryRes (wireless)";
          default -> String.format("SDP payload type %04X", type);
        };
    String payload = HexFormat.of().formatHex(octets, 8, octets.length);
    return List.of(plain(packet, in, name, "SDP, " + payload));
  }

  private List<Line> tcp(Packet packet, Datagram in) {
    Conversation conversation = conversation(in);
    if ((in.flags() & Datagram.SYN) != 0) {
      conversation.exi = MessageSet.APP;
      directions.remove(in.source() + ">" + in.target());
      conversation.tls = null;
    }
    Direction direction =
        directions.computeIfAbsent(in.source() + ">" + in.target(), key -> new Direction());
    List<Line> lines = new ArrayList<>();
    for (TcpStream.Run run : direction.tcp.add(in)) {
      if (run.afterGap()) {
        direction.frames.afterGap();
      }
      if (conversation.tls == null && isTls(run.octets())) {
        conversation.tls = new TlsConversation(keys).sides();
      }
      byte[] plain = run.octets();
      if (conversation.tls != null) {
        TlsConversation.Read read = side(direction, conversation, in).add(run.octets());
        for (TlsConversation.Note note : read.notes()) {
          lines.add(
              new Line(
                  packet,
                  in.source(),
                  in.target(),
                  note.text(),
                  note.detail(),
                  Optional.empty(),
                  note.failed()));
        }
        plain = read.plain();
      }
      for (FrameStream.Frame frame : direction.frames.add(plain)) {
        lines.add(frame(packet, in, conversation, frame));
      }
    }
    return lines;
  }

  /** A record of a handshake, in which every connection begins (RFC 8446 5.1). */
  private static boolean isTls(byte[] octets) {
    return octets.length > 2 && octets[0] == 22 && octets[1] == 3;
  }

  private static TlsConversation.Side side(
      Direction direction, Conversation conversation, Datagram in) {
    if (direction.side == null) {
      boolean first = in.source().compareTo(in.target()) < 0;
      direction.side = Objects.requireNonNull(conversation.tls)[first ? 0 : 1];
    }
    return direction.side;
  }

  private Conversation conversation(Datagram in) {
    String key =
        in.source().compareTo(in.target()) < 0
            ? in.source() + "|" + in.target()
            : in.target() + "|" + in.source();
    return conversations.computeIfAbsent(key, ignored -> new Conversation());
  }

  private Line frame(
      Packet packet, Datagram in, Conversation conversation, FrameStream.Frame frame) {
    Optional<MessageSet> set = set(frame.payloadType(), conversation);
    byte[] exi = frame.payload();
    if (set.isEmpty()) {
      return plain(
          packet,
          in,
          String.format("payload type %04X", frame.payloadType()),
          exi.length + " octets, not known");
    }
    ExiCodec<V2gMessage> codec = codecs.computeIfAbsent(set.get(), MessageSet::codec);
    try {
      V2gMessage message = codec.decode(exi, 0, exi.length);
      learn(message, conversation);
      return new Line(
          packet,
          in.source(),
          in.target(),
          Names.of(codec, message),
          set.get().label() + ", " + exi.length + " octets",
          Optional.of(message),
          false);
    } catch (ExiException e) {
      return new Line(
          packet,
          in.source(),
          in.target(),
          "malformed message",
          set.get().label() + ", " + e.getMessage(),
          Optional.empty(),
          true);
    }
  }

  private static Optional<MessageSet> set(int payloadType, Conversation conversation) {
    return switch (payloadType) {
      case 0x8001 -> Optional.of(conversation.exi);
      case 0x8002, 0x8101, 0x8102, 0x8104 -> Optional.of(MessageSet.ISO20);
      case 0x8003 -> Optional.of(MessageSet.ISO20_AC);
      case 0x8004 -> Optional.of(MessageSet.ISO20_DC);
      case 0x8005, 0x8103 -> Optional.of(MessageSet.ISO20_ACDP);
      case 0x8006 -> Optional.of(MessageSet.ISO20_WPT);
      default -> Optional.empty();
    };
  }

  private static void learn(V2gMessage message, Conversation conversation) {
    if (message instanceof SupportedAppProtocolRequest request) {
      conversation.offered = request.appProtocol();
    }
    if (message instanceof SupportedAppProtocolResponse response) {
      for (AppProtocol offer : conversation.offered) {
        if (response.schemaId().filter(id -> id == offer.schemaId()).isPresent()) {
          conversation.exi = negotiated(offer.protocolNamespace());
        }
      }
    }
  }

  private static MessageSet negotiated(String namespace) {
    if (namespace.startsWith("urn:din:70121")) {
      return MessageSet.DIN;
    }
    return namespace.startsWith("urn:iso:15118:2") ? MessageSet.ISO2 : MessageSet.APP;
  }
}
