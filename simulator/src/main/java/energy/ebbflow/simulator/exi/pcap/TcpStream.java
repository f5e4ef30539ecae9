package energy.ebbflow.simulator.exi.pcap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * One direction of a TCP connection, put together in order. Repeated segments are dropped, segments
 * that overtake wait.
 */
final class TcpStream {
  /** How many segments may wait for one that is missing; then the gap is skipped. */
  private static final int MAX_WAITING = 256;

  private final TreeMap<Long, byte[]> waiting = new TreeMap<>();
  private boolean started;
  private int first;
  private long next;

  /**
   * Octets in their order.
   *
   * @param octets at least one
   * @param afterGap whether something is missing before them
   */
  record Run(byte[] octets, boolean afterGap) {}

  /** Adds a segment and returns what follows the octets of before without a gap, or after one. */
  List<Run> add(Datagram segment) {
    if ((segment.flags() & Datagram.SYN) != 0) {
      begin(segment.sequence() + 1);
      return List.of();
    }
    if (segment.payload().length == 0) {
      return List.of();
    }
    if (!started) {
      begin(segment.sequence());
    }
    // Positions are counted from the first octet; the 32-bit numbers of TCP wrap.
    long position = next + (segment.sequence() - (int) (first + next));
    waiting.putIfAbsent(position, segment.payload());
    List<Run> runs = new ArrayList<>();
    while (!waiting.isEmpty()) {
      long from = waiting.firstKey();
      boolean gap = from > next;
      if (gap && waiting.size() <= MAX_WAITING) {
        break;
      }
      byte[] octets = waiting.firstEntry().getValue();
      waiting.remove(from);
      if (gap) {
        next = from;
      }
      long skip = next - from;
      if (skip < octets.length) {
        byte[] fresh = Arrays.copyOfRange(octets, (int) skip, octets.length);
        runs.add(new Run(fresh, gap));
        next += fresh.length;
      }
    }
    return runs;
  }

  private void begin(int sequence) {
    started = true;
    first = sequence;
    next = 0;
    waiting.clear();
  }
}
