package energy.ebbflow.simulator.bench.session;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.net.NetworkInterface;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/**
 * Listens to the packets of one interface as a capture program does, and takes the kernel's time of
 * each: between the last octet of a request and the first of its response nothing of the measuring
 * program counts, neither its sockets nor its being woken.
 *
 * <p>The kernel writes packets into a ring that it shares with us (packet(7), {@code TPACKET_V2});
 * nobody is woken for them, they are looked at between two exchanges. Belongs to one thread.
 */
@SuppressWarnings("restricted") // The C library is called with its documented signatures only.
final class Capture implements AutoCloseable {
  // Numbers of the Linux interface: sys/socket.h, linux/if_packet.h, linux/if_ether.h.
  private static final int AF_PACKET = 17;
  private static final int SOCK_DGRAM = 2;
  private static final int SOL_PACKET = 263;
  private static final int PACKET_RX_RING = 5;
  private static final int PACKET_VERSION = 10;
  private static final int PACKET_IGNORE_OUTGOING = 23;
  private static final int TPACKET_V2 = 1;
  private static final int ETH_P_IPV6 = 0x86DD;
  private static final int PROT_READ_WRITE = 3;
  private static final int MAP_SHARED = 1;

  // struct tpacket2_hdr.
  private static final long STATUS = 0;
  private static final long NET = 14;
  private static final long SECONDS = 16;
  private static final long NANOS = 20;
  private static final int STATUS_KERNEL = 0;
  private static final int STATUS_USER = 1;

  // RFC 8200 and RFC 9293: places in the headers of IPv6 and TCP.
  private static final int IPV6_BYTES = 40;
  private static final int PAYLOAD_LENGTH = 4;
  private static final int NEXT_HEADER = 6;
  private static final int TCP = 6;
  private static final int DESTINATION_PORT = 2;
  private static final int DATA_OFFSET = 12;

  private static final int FRAME_BYTES = 2048;

  /** Far more packets than one exchange has. */
  private static final int FRAMES = 512;

  private static final int SOCKADDR_LL_BYTES = 20;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfShort NETWORK_SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final VarHandle WORD = INT.varHandle();
  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle SOCKET =
      find("socket", FunctionDescriptor.of(INT, INT, INT, INT));
  private static final MethodHandle SETSOCKOPT =
      find("setsockopt", FunctionDescriptor.of(INT, INT, INT, INT, ValueLayout.ADDRESS, INT));
  private static final MethodHandle BIND =
      find("bind", FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS, INT));
  private static final MethodHandle CLOSE = find("close", FunctionDescriptor.of(INT, INT));
  private static final MethodHandle MMAP =
      find(
          "mmap",
          FunctionDescriptor.of(
              ValueLayout.ADDRESS,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG,
              INT,
              INT,
              INT,
              ValueLayout.JAVA_LONG));
  private static final MethodHandle MUNMAP =
      find("munmap", FunctionDescriptor.of(INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));

  private final int fd;
  private final MemorySegment ring;
  private int next;

  private Capture(int fd, MemorySegment ring) {
    this.fd = fd;
    this.ring = ring;
  }

  /**
   * Begins to listen.
   *
   * @throws IOException when the kernel does not permit it (CAP_NET_RAW is needed, which the owner
   *     of a network namespace has)
   */
  static Capture open(NetworkInterface network) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int fd = check("socket(AF_PACKET)", (int) SOCKET.invokeExact(AF_PACKET, SOCK_DGRAM, 0));
      try {
        option(fd, PACKET_VERSION, arena.allocateFrom(INT, TPACKET_V2));
        // Each packet of a loop passes the interface twice; the second time is that of the peer.
        option(fd, PACKET_IGNORE_OUTGOING, arena.allocateFrom(INT, 1));
        option(
            fd,
            PACKET_RX_RING,
            arena.allocateFrom(INT, FRAME_BYTES * FRAMES, 1, FRAME_BYTES, FRAMES));
        long size = (long) FRAME_BYTES * FRAMES;
        MemorySegment mapped =
            (MemorySegment)
                MMAP.invokeExact(MemorySegment.NULL, size, PROT_READ_WRITE, MAP_SHARED, fd, 0L);
        if (mapped.address() == -1) {
          throw new IOException("mmap of the packet ring failed");
        }
        MemorySegment address = arena.allocate(SOCKADDR_LL_BYTES, 4);
        address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_PACKET);
        address.set(NETWORK_SHORT, 2, (short) ETH_P_IPV6);
        address.set(INT, 4, network.getIndex());
        check("bind", (int) BIND.invokeExact(fd, address, SOCKADDR_LL_BYTES));
        return new Capture(fd, mapped.reinterpret(size));
      } catch (Throwable failed) {
        closeQuietly(fd);
        throw failed;
      }
    } catch (Throwable failed) {
      throw asIo(failed);
    }
  }

  /** Forgets what has come so far. */
  void forget() {
    responseNanos(0, 0);
  }

  /**
   * Looks through what has come since the last call for one exchange.
   *
   * @return time between the last octets from {@code vehiclePort} and the first ones from {@code
   *     chargerPort} behind them, ns; empty when they were not seen
   */
  OptionalLong responseNanos(int vehiclePort, int chargerPort) {
    long asked = -1;
    long answered = -1;
    while (true) {
      long frame = (long) next * FRAME_BYTES;
      if (((int) WORD.getAcquire(ring, frame + STATUS) & STATUS_USER) == 0) {
        return asked < 0 || answered < asked
            ? OptionalLong.empty()
            : OptionalLong.of(answered - asked);
      }
      long ip = frame + Short.toUnsignedInt(ring.get(ValueLayout.JAVA_SHORT, frame + NET));
      if (hasData(ip)) {
        int from = port(ip + IPV6_BYTES);
        int to = port(ip + IPV6_BYTES + DESTINATION_PORT);
        long at =
            Integer.toUnsignedLong(ring.get(INT, frame + SECONDS)) * NANOS_PER_SECOND
                + ring.get(INT, frame + NANOS);
        if (from == vehiclePort && to == chargerPort) {
          asked = at;
          answered = -1;
        } else if (from == chargerPort && to == vehiclePort && answered < 0) {
          answered = at;
        }
      }
      WORD.setRelease(ring, frame + STATUS, STATUS_KERNEL);
      next = (next + 1) % FRAMES;
    }
  }

  private boolean hasData(long ip) {
    if (ring.get(ValueLayout.JAVA_BYTE, ip + NEXT_HEADER) != TCP) {
      return false;
    }
    int header = (ring.get(ValueLayout.JAVA_BYTE, ip + IPV6_BYTES + DATA_OFFSET) & 0xF0) >> 2;
    return port(ip + PAYLOAD_LENGTH) > header;
  }

  private int port(long at) {
    return Short.toUnsignedInt(ring.get(NETWORK_SHORT, at));
  }

  @Override
  public void close() {
    try {
      int ignored = (int) MUNMAP.invokeExact(ring, ring.byteSize());
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
    closeQuietly(fd);
  }

  private static void closeQuietly(int fd) {
    try {
      int ignored = (int) CLOSE.invokeExact(fd);
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void option(int fd, int name, MemorySegment value) throws Throwable {
    check(
        "setsockopt " + name,
        (int) SETSOCKOPT.invokeExact(fd, SOL_PACKET, name, value, (int) value.byteSize()));
  }

  private static int check(String call, int result) throws IOException {
    if (result < 0) {
      throw new IOException(call + " was refused by the kernel");
    }
    return result;
  }

  private static IOException asIo(Throwable failed) {
    return failed instanceof IOException known ? known : new IOException(failed);
  }

  private static MethodHandle find(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor);
  }
}
