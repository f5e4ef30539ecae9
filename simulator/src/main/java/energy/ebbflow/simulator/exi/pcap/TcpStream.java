package energy.ebbflow.simulator.exi.pcap;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * One direction of a TCP connection, put together in order, and cut into V2GTP frames. Repeated
 * segments are dropped, segments that overtake wait.
 */
final class TcpStream {
  /** How many segments may wait for one that is missing; then the gap is skipped. */
  private static final int MAX_WAITING = 256;

  /** The longest V2GTP payload that is believed, octets. */
  private static final int MAX_PAYLOAD = 1 << 20;

  private static final int HEADER = 8;

  private final TreeMap<Long, byte[]> waiting = new TreeMap<>();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private boolean started;
  private int first;
  private long next;
  private boolean foreign;

  /** A V2GTP frame. */
  record Frame(int payloadType, byte[] payload) {}

  /** Whether the stream carries something else than V2GTP: TLS, most often. */
  boolean foreign() {
    return foreign;
  }

  /** Adds a segment and returns the frames that are now complete. */
  List<Frame> add(Datagram segment) {
    if ((segment.flags() & Datagram.SYN) != 0) {
      begin(segment.sequence() + 1);
      return List.of();
    }
    if (segment.payload().length == 0 || foreign) {
      return List.of();
    }
    if (!started) {
      begin(segment.sequence());
    }
    // Positions are counted from the first octet; the 32-bit numbers of TCP wrap.
    long position = next + (segment.sequence() - (int) (first + next));
    waiting.putIfAbsent(position, segment.payload());
    while (!waiting.isEmpty()) {
      long from = waiting.firstKey();
      if (from > next && waiting.size() <= MAX_WAITING) {
        break;
      }
      byte[] octets = waiting.firstEntry().getValue();
      waiting.remove(from);
      long skip = Math.max(0, next - from);
      if (from > next) {
        next = from;
        pending.reset();
      }
      if (skip < octets.length) {
        pending.write(octets, (int) skip, octets.length - (int) skip);
        next += octets.length - skip;
      }
    }
    return frames();
  }

  private void begin(int sequence) {
    started = true;
    first = sequence;
    next = 0;
    waiting.clear();
    pending.reset();
    foreign = false;
  }

  private List<Frame> frames() {
    List<Frame> frames = new ArrayList<>();
    byte[] octets = pending.toByteArray();
    int at = 0;
    while (octets.length - at >= HEADER) {
      if ((octets[at] & 0xFF) != 0x01 || (octets[at + 1] & 0xFF) != 0xFE) {
        foreign = true;
        break;
      }
      int type = (octets[at + 2] & 0xFF) << 8 | octets[at + 3] & 0xFF;
      long length =
          (octets[at + 4] & 0xFFL) << 24
              | (octets[at + 5] & 0xFFL) << 16
              | (octets[at + 6] & 0xFFL) << 8
              | octets[at + 7] & 0xFFL;
      if (length > MAX_PAYLOAD) {
        foreign = true;
        break;
      }
      if (octets.length - at - HEADER < length) {
        break;
      }
      byte[] payload = new byte[(int) length];
      System.arraycopy(octets, at + HEADER, payload, 0, payload.length);
      frames.add(new Frame(type, payload));
      at += HEADER + payload.length;
    }
    pending.reset();
    pending.write(octets, at, octets.length - at);
    return frames;
  }
}
