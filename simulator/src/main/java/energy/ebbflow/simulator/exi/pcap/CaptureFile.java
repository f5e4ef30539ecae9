package energy.ebbflow.simulator.exi.pcap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads captures in the formats pcap and pcapng. */
public final class CaptureFile {
  private static final int PCAP_MICROS = 0xA1B2C3D4;
  private static final int PCAP_NANOS = 0xA1B23C4D;
  private static final int PCAPNG_SECTION = 0x0A0D0D0A;
  private static final int PCAPNG_BYTE_ORDER = 0x1A2B3C4D;
  private static final int PCAPNG_INTERFACE = 1;
  private static final int PCAPNG_SIMPLE_PACKET = 3;
  private static final int PCAPNG_ENHANCED_PACKET = 6;
  private static final int PCAPNG_TIME_RESOLUTION = 9;

  /**
   * The longest packet that is believed, octets; loopback captures have 65,550 and a little more.
   */
  private static final int MAX_PACKET_OCTETS = 1 << 18;

  private final ByteBuffer file;

  private CaptureFile(byte[] content) {
    file = ByteBuffer.wrap(content);
  }

  /**
   * The packets of a capture.
   *
   * @throws CaptureException when the file is neither format or is damaged; what came before is
   *     lost
   */
  public static List<Packet> read(byte[] content) {
    CaptureFile capture = new CaptureFile(content);
    if (content.length < 24) {
      throw new CaptureException(
          "no capture: " + content.length + " octets, a pcap header alone has 24; at offset 0");
    }
    int magic = capture.file.getInt(0);
    if (magic == PCAPNG_SECTION) {
      return capture.blocks();
    }
    if (magic == PCAP_MICROS || magic == PCAP_NANOS) {
      return capture.records(magic == PCAP_NANOS);
    }
    capture.file.order(ByteOrder.LITTLE_ENDIAN);
    int swapped = capture.file.getInt(0);
    if (swapped == PCAP_MICROS || swapped == PCAP_NANOS) {
      return capture.records(swapped == PCAP_NANOS);
    }
    throw new CaptureException(
        "neither pcap nor pcapng: the file begins with "
            + Integer.toHexString(magic)
            + " at offset 0");
  }

  private List<Packet> records(boolean nanos) {
    List<Packet> packets = new ArrayList<>();
    int link = file.getInt(20) & 0xFFFF;
    file.position(24);
    while (file.remaining() >= 16) {
      int at = file.position();
      double seconds =
          Integer.toUnsignedLong(file.getInt())
              + Integer.toUnsignedLong(file.getInt()) / (nanos ? 1e9 : 1e6);
      int length = length(file.getInt(), at);
      file.getInt();
      packets.add(new Packet(packets.size() + 1, seconds, link, take(length, at)));
    }
    return packets;
  }

  private List<Packet> blocks() {
    List<Packet> packets = new ArrayList<>();
    List<Interface> interfaces = new ArrayList<>();
    while (file.remaining() >= 12) {
      int at = file.position();
      if (file.getInt(at) == PCAPNG_SECTION) {
        // The section says its byte order itself.
        file.order(ByteOrder.BIG_ENDIAN);
        if (file.getInt(at + 8) != PCAPNG_BYTE_ORDER) {
          file.order(ByteOrder.LITTLE_ENDIAN);
        }
        interfaces.clear();
      }
      int type = file.getInt(at);
      int length = file.getInt(at + 4);
      if (length < 12 || length > file.remaining()) {
        throw new CaptureException(
            "a block of " + Integer.toUnsignedLong(length) + " octets at offset " + at);
      }
      block(type, at, length, interfaces, packets);
      file.position(at + length);
    }
    return packets;
  }

  private record Interface(int link, double ticksPerSecond) {}

  private void block(
      int type, int at, int length, List<Interface> interfaces, List<Packet> packets) {
    if (type == PCAPNG_INTERFACE && length >= 20) {
      interfaces.add(new Interface(file.getShort(at + 8) & 0xFFFF, resolution(at, length)));
    } else if (type == PCAPNG_ENHANCED_PACKET && length >= 32) {
      int number = file.getInt(at + 8);
      if (number < 0 || number >= interfaces.size()) {
        throw new CaptureException("a packet of an unknown interface at offset " + at);
      }
      Interface from = interfaces.get(number);
      long ticks =
          Integer.toUnsignedLong(file.getInt(at + 12)) << 32
              | Integer.toUnsignedLong(file.getInt(at + 16));
      int captured = length(file.getInt(at + 20), at);
      file.position(at + 28);
      packets.add(
          new Packet(
              packets.size() + 1,
              ticks / from.ticksPerSecond(),
              from.link(),
              take(Math.min(captured, length - 32), at)));
    } else if (type == PCAPNG_SIMPLE_PACKET && length >= 16 && !interfaces.isEmpty()) {
      int captured = length(file.getInt(at + 8), at);
      file.position(at + 12);
      byte[] octets = take(Math.min(captured, length - 16), at);
      packets.add(new Packet(packets.size() + 1, 0, interfaces.getFirst().link(), octets));
    }
  }

  private double resolution(int at, int length) {
    int option = at + 16;
    while (option + 4 <= at + length - 4) {
      int code = file.getShort(option) & 0xFFFF;
      int size = file.getShort(option + 2) & 0xFFFF;
      if (code == 0) {
        break;
      }
      if (code == PCAPNG_TIME_RESOLUTION && size >= 1) {
        int value = file.get(option + 4);
        return (value & 0x80) != 0 ? Math.pow(2, value & 0x7F) : Math.pow(10, value);
      }
      option += 4 + (size + 3) / 4 * 4;
    }
    return 1e6;
  }

  private static int length(int length, int at) {
    if (length < 0 || length > MAX_PACKET_OCTETS) {
      throw new CaptureException(
          "a packet of " + Integer.toUnsignedLong(length) + " octets at offset " + at);
    }
    return length;
  }

  private byte[] take(int length, int at) {
    if (length > file.remaining()) {
      throw new CaptureException(
          "the file ends within the packet at offset "
              + at
              + ": expected "
              + length
              + " octets, "
              + file.remaining()
              + " are left");
    }
    byte[] octets = new byte[length];
    file.get(octets);
    return octets;
  }
}
