package energy.ebbflow.simulator.exi.pcap;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a packet carries, as far as the vehicle protocols are concerned.
 *
 * @param kind which protocol
 * @param source the sender, as address and port
 * @param target the receiver, as address and port
 * @param targetPort the port of the receiver
 * @param sourcePort the port of the sender
 * @param sequence the TCP sequence number of the first octet
 * @param flags the TCP flags
 * @param payload the octets of the protocol
 */
public record Datagram(
    Kind kind,
    String source,
    String target,
    int sourcePort,
    int targetPort,
    int sequence,
    int flags,
    byte[] payload) {
  /** A protocol that matters here. */
  public enum Kind {
    /** A segment of a TCP stream. */
    TCP,
    /** A UDP datagram. */
    UDP,
    /** A management message of HomePlug: SLAC. */
    HOMEPLUG
  }

  /** The TCP flag that opens a stream. */
  public static final int SYN = 2;

  private static final int LINK_NULL = 0;
  private static final int LINK_ETHERNET = 1;
  private static final int LINK_RAW = 101;
  private static final int LINK_COOKED = 113;
  private static final int LINK_COOKED_2 = 276;
  private static final int TYPE_IPV4 = 0x0800;
  private static final int TYPE_VLAN = 0x8100;
  private static final int TYPE_IPV6 = 0x86DD;
  private static final int TYPE_HOMEPLUG = 0x88E1;
  private static final int PROTOCOL_TCP = 6;
  private static final int PROTOCOL_UDP = 17;

  /** Reads a packet; empty for anything that is none of the kinds, or is cut off. */
  public static Optional<Datagram> of(Packet packet) {
    ByteBuffer in = ByteBuffer.wrap(packet.octets());
    try {
      return switch (packet.link()) {
        case LINK_ETHERNET -> {
          in.position(12);
          yield typed(in, type(in));
        }
        case LINK_COOKED -> {
          in.position(14);
          yield typed(in, type(in));
        }
        case LINK_COOKED_2 -> {
          int type = in.getShort() & 0xFFFF;
          in.position(20);
          yield typed(in, type);
        }
        case LINK_NULL -> {
          in.position(4);
          yield ip(in);
        }
        case LINK_RAW, 12, 14, 228, 229 -> ip(in);
        default -> Optional.empty();
      };
    } catch (RuntimeException e) {
      if (e instanceof java.nio.BufferUnderflowException || e instanceof IllegalArgumentException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static int type(ByteBuffer in) {
    int type = in.getShort() & 0xFFFF;
    while (type == TYPE_VLAN) {
      in.getShort();
      type = in.getShort() & 0xFFFF;
    }
    return type;
  }

  private static Optional<Datagram> typed(ByteBuffer in, int type) {
    return switch (type) {
      case TYPE_IPV4, TYPE_IPV6 -> ip(in);
      case TYPE_HOMEPLUG ->
          Optional.of(new Datagram(Kind.HOMEPLUG, "", "", 0, 0, 0, 0, rest(in, in.remaining())));
      default -> Optional.empty();
    };
  }

  private static Optional<Datagram> ip(ByteBuffer in) {
    int start = in.position();
    int version = (in.get(start) & 0xF0) >> 4;
    if (version == 4) {
      int header = 4 * (in.get(start) & 0x0F);
      int total = in.getShort(start + 2) & 0xFFFF;
      int protocol = in.get(start + 9) & 0xFF;
      String source = address(in, start + 12, 4);
      String target = address(in, start + 16, 4);
      in.position(start + header);
      return transport(in, protocol, Math.min(total - header, in.remaining()), source, target);
    }
    int length = in.getShort(start + 4) & 0xFFFF;
    int protocol = in.get(start + 6) & 0xFF;
    String source = address(in, start + 8, 16);
    String target = address(in, start + 24, 16);
    in.position(start + 40);
    return transport(in, protocol, Math.min(length, in.remaining()), source, target);
  }

  private static Optional<Datagram> transport(
      ByteBuffer in, int protocol, int length, String source, String target) {
    int start = in.position();
    int sourcePort = in.getShort(start) & 0xFFFF;
    int targetPort = in.getShort(start + 2) & 0xFFFF;
    String from = source + ":" + sourcePort;
    String to = target + ":" + targetPort;
    if (protocol == PROTOCOL_UDP) {
      in.position(start + 8);
      return Optional.of(
          new Datagram(Kind.UDP, from, to, sourcePort, targetPort, 0, 0, rest(in, length - 8)));
    }
    if (protocol == PROTOCOL_TCP) {
      int sequence = in.getInt(start + 4);
      int header = (in.get(start + 12) & 0xF0) >> 2;
      int flags = in.get(start + 13) & 0x3F;
      in.position(start + header);
      byte[] payload = rest(in, length - header);
      return Optional.of(
          new Datagram(Kind.TCP, from, to, sourcePort, targetPort, sequence, flags, payload));
    }
    return Optional.empty();
  }

  private static String address(ByteBuffer in, int at, int length) {
    byte[] octets = new byte[length];
    in.get(at, octets);
    try {
      String text = InetAddress.getByAddress(octets).getHostAddress();
      return length == 4 ? text : "[" + text + "]";
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of " + length + " octets is always known", e);
    }
  }

  private static byte[] rest(ByteBuffer in, int length) {
    byte[] octets = new byte[Math.max(0, Math.min(length, in.remaining()))];
    in.get(octets);
    return octets;
  }
}
