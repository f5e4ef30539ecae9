package energy.ebbflow.hal.can.linux;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The calls of the C library that a socket needs. Each answers with what the call answers; a
 * refusal becomes an {@link IOException} that names the call and the reason ({@link Errno}). A call
 * that a signal interrupted is made again.
 */
@SuppressWarnings("restricted") // The C library is called with its documented signatures only.
final class NativeCalls {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_VALUE =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final ValueLayout INT = ValueLayout.JAVA_INT;
  private static final ValueLayout LONG = ValueLayout.JAVA_LONG;
  private static final ValueLayout POINTER = ValueLayout.ADDRESS;

  private static final MethodHandle SOCKET = find("socket", INT, INT, INT, INT);
  private static final MethodHandle BIND = find("bind", INT, INT, POINTER, INT);
  private static final MethodHandle CONNECT = find("connect", INT, INT, POINTER, INT);
  private static final MethodHandle LISTEN = find("listen", INT, INT, INT);
  private static final MethodHandle ACCEPT = find("accept", INT, INT, POINTER, POINTER);
  private static final MethodHandle SETSOCKOPT =
      find("setsockopt", INT, INT, INT, INT, POINTER, INT);
  private static final MethodHandle POLL = find("poll", INT, POINTER, LONG, INT);
  private static final MethodHandle SEND = find("send", LONG, INT, POINTER, LONG, INT);
  private static final MethodHandle RECV = find("recv", LONG, INT, POINTER, LONG, INT);
  private static final MethodHandle CLOSE = find("close", INT, INT);
  private static final MethodHandle IF_NAMETOINDEX = find("if_nametoindex", INT, POINTER);

  private NativeCalls() {}

  /** What is called, with the memory that takes errno. */
  @FunctionalInterface
  private interface Call {
    long make(MemorySegment state) throws Throwable;
  }

  static int socket(int family, int type, int protocol) throws IOException {
    return (int) check("socket", s -> (int) SOCKET.invokeExact(s, family, type, protocol));
  }

  static void bind(int fd, MemorySegment address) throws IOException {
    int length = (int) address.byteSize();
    check("bind", s -> (int) BIND.invokeExact(s, fd, address, length));
  }

  static void connect(int fd, MemorySegment address) throws IOException {
    int length = (int) address.byteSize();
    check("connect", s -> (int) CONNECT.invokeExact(s, fd, address, length));
  }

  static void listen(int fd, int waiting) throws IOException {
    check("listen", s -> (int) LISTEN.invokeExact(s, fd, waiting));
  }

  static int accept(int fd) throws IOException {
    return (int)
        check(
            "accept", s -> (int) ACCEPT.invokeExact(s, fd, MemorySegment.NULL, MemorySegment.NULL));
  }

  static void setOption(int fd, int level, int option, MemorySegment value) throws IOException {
    int length = (int) value.byteSize();
    check("setsockopt", s -> (int) SETSOCKOPT.invokeExact(s, fd, level, option, value, length));
  }

  /** How many of the {@code struct pollfd} have an event. */
  static int poll(MemorySegment descriptors, long count, int millis) throws IOException {
    return (int) check("poll", s -> (int) POLL.invokeExact(s, descriptors, count, millis));
  }

  static long send(int fd, MemorySegment bytes, int flags) throws IOException {
    long length = bytes.byteSize();
    return check("send", s -> (long) SEND.invokeExact(s, fd, bytes, length, flags));
  }

  static long receive(int fd, MemorySegment bytes, int flags) throws IOException {
    long length = bytes.byteSize();
    return check("recv", s -> (long) RECV.invokeExact(s, fd, bytes, length, flags));
  }

  static void close(int fd) throws IOException {
    check("close", s -> (int) CLOSE.invokeExact(s, fd));
  }

  /** The number of a network interface. */
  static int interfaceIndex(String name) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(name);
      return (int)
          check(
              "if_nametoindex",
              s -> {
                int index = (int) IF_NAMETOINDEX.invokeExact(s, text);
                // The only call here whose refusal is 0.
                return index == 0 ? -1 : index;
              });
    }
  }

  private static long check(String name, Call call) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      while (true) {
        long result = call.make(state);
        if (result >= 0) {
          return result;
        }
        int errno = (int) ERRNO_VALUE.get(state, 0L);
        if (errno != Errno.EINTR) {
          throw new Errno(name, errno);
        }
      }
    } catch (IOException | RuntimeException | Error known) {
      throw known;
    } catch (Throwable unknown) {
      throw new IllegalStateException("calling " + name, unknown);
    }
  }

  private static MethodHandle find(String name, ValueLayout result, ValueLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments), ERRNO);
  }
}
