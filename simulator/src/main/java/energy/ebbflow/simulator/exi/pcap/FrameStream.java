package energy.ebbflow.simulator.exi.pcap;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The octets of one direction, cut into V2GTP frames. */
final class FrameStream {
  /** The longest V2GTP payload that is believed, octets. */
  private static final int MAX_PAYLOAD = 1 << 20;

  private static final int HEADER = 8;

  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private boolean foreign;

  /** A V2GTP frame. */
  record Frame(int payloadType, byte[] payload) {}

  /** Whether the stream carries something else than V2GTP. */
  boolean foreign() {
    return foreign;
  }

  /** Forgets what is not whole: its rest will not come. */
  void afterGap() {
    pending.reset();
  }

  /** Adds octets and returns the frames that are now complete. */
  List<Frame> add(byte[] added) {
    List<Frame> frames = new ArrayList<>();
    if (foreign) {
      return frames;
    }
    pending.writeBytes(added);
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
