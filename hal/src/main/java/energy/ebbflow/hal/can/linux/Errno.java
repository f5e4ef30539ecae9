package energy.ebbflow.hal.can.linux;

import java.io.IOException;

/** A refusal of the kernel, by its number. */
final class Errno extends IOException {
  private static final long serialVersionUID = 1;

  // errno.h and asm-generic/errno.h of Linux; the same on all architectures that Java runs on.
  static final int EINTR = 4;
  static final int EAGAIN = 11;
  static final int ENODEV = 19;
  static final int EMSGSIZE = 90;
  static final int EAFNOSUPPORT = 97;
  static final int ENETDOWN = 100;
  static final int ENOBUFS = 105;

  private final int number;

  Errno(String call, int number) {
    super(call + ": " + text(number));
    this.number = number;
  }

  int number() {
    return number;
  }

  /** What the C library's {@code strerror} says, for what a socket can meet. */
  private static String text(int number) {
    return switch (number) {
      case 1 -> "operation not permitted";
      case 2 -> "no such file or socket";
      case 6 -> "no such device or address";
      case 9 -> "bad file descriptor";
      case EAGAIN -> "would block";
      case 13 -> "permission denied";
      case 16 -> "device busy";
      case ENODEV -> "no such device";
      case 22 -> "invalid argument";
      case 24 -> "too many open files";
      case 32 -> "the other side has gone";
      case 91 -> "wrong type of socket";
      case EMSGSIZE -> "message too long";
      case 93 -> "protocol not supported by this kernel";
      case EAFNOSUPPORT -> "this kernel has no CAN (CONFIG_CAN, CONFIG_CAN_RAW)";
      case 98 -> "address in use";
      case ENETDOWN -> "the interface is down";
      case 104 -> "the other side has reset the connection";
      case ENOBUFS -> "no buffer space";
      case 111 -> "nobody listens there";
      default -> "error " + number;
    };
  }
}
