package energy.ebbflow.hal.can.linux;

import energy.ebbflow.hal.can.CanFrame;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Structures of the kernel as typed records. Offsets are those of the headers named beside. */
final class KernelRecords {
  /** linux/can.h: {@code struct can_frame}. */
  static final int FRAME_BYTES = 16;

  /** linux/can.h: the frame has an identifier of 29 bits. */
  static final int EXTENDED = 0x8000_0000;

  /** linux/can.h: the frame asks for data. */
  static final int REMOTE = 0x4000_0000;

  /** linux/can.h: the frame is a report of the controller. */
  static final int ERROR = 0x2000_0000;

  /** linux/can/error.h: the controller has switched itself off. */
  static final int ERROR_BUS_OFF = 0x40;

  private static final int LENGTH_AT = 4;
  private static final int DATA_AT = 8;

  /** linux/can.h: {@code struct sockaddr_can} with the address of J1939, the longest there is. */
  private static final int CAN_ADDRESS_BYTES = 24;

  /** linux/un.h: {@code struct sockaddr_un}. */
  private static final int UNIX_ADDRESS_BYTES = 110;

  private static final int UNIX_PATH_AT = 2;

  /** poll.h: {@code struct pollfd}. */
  static final int POLL_BYTES = 8;

  /** poll.h: there is something to read. */
  static final short POLLIN = 1;

  private KernelRecords() {}

  /** Writes a frame as the kernel wants it. */
  static void write(CanFrame frame, MemorySegment to) {
    byte[] data = frame.data();
    to.fill((byte) 0);
    to.set(ValueLayout.JAVA_INT, 0, frame.id() | EXTENDED);
    to.set(ValueLayout.JAVA_BYTE, LENGTH_AT, (byte) data.length);
    MemorySegment.copy(data, 0, to, ValueLayout.JAVA_BYTE, DATA_AT, data.length);
  }

  /**
   * Reads a frame.
   *
   * @return empty for a frame with a short identifier and for one that asks for data
   * @throws IOException if it is the controller's report that it has switched itself off
   */
  static Optional<CanFrame> read(MemorySegment from) throws IOException {
    int id = from.get(ValueLayout.JAVA_INT, 0);
    if ((id & ERROR) != 0) {
      if ((id & ERROR_BUS_OFF) != 0) {
        throw new IOException("the CAN controller has switched itself off (bus-off)");
      }
      return Optional.empty();
    }
    int length = from.get(ValueLayout.JAVA_BYTE, LENGTH_AT) & 0xFF;
    if ((id & EXTENDED) == 0 || (id & REMOTE) != 0 || length > CanFrame.MAX_DATA) {
      return Optional.empty();
    }
    byte[] data = new byte[length];
    MemorySegment.copy(from, ValueLayout.JAVA_BYTE, DATA_AT, data, 0, length);
    return Optional.of(new CanFrame(id & CanFrame.MAX_ID, data));
  }

  /** The address of a CAN interface. */
  static MemorySegment canAddress(Arena arena, int family, int interfaceIndex) {
    MemorySegment address = arena.allocate(CAN_ADDRESS_BYTES, Integer.BYTES);
    address.set(ValueLayout.JAVA_SHORT, 0, (short) family);
    address.set(ValueLayout.JAVA_INT, LENGTH_AT, interfaceIndex);
    return address;
  }

  /**
   * The address of a socket file.
   *
   * @throws IOException if the path is longer than the kernel takes
   */
  static MemorySegment unixAddress(Arena arena, int family, String path) throws IOException {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > UNIX_ADDRESS_BYTES - UNIX_PATH_AT - 1) {
      throw new IOException("expected a path of at most 107 bytes, got " + path);
    }
    MemorySegment address = arena.allocate(UNIX_ADDRESS_BYTES, Short.BYTES);
    address.set(ValueLayout.JAVA_SHORT, 0, (short) family);
    MemorySegment.copy(bytes, 0, address, ValueLayout.JAVA_BYTE, UNIX_PATH_AT, bytes.length);
    return address;
  }
}
