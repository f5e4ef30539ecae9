package energy.ebbflow.simulator.exi.tls;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The octets of one direction, cut into TLS records (RFC 8446 5.1). */
final class RecordStream {
  private static final int HEADER = 5;

  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  /** A record as it was on the wire; the header has five octets. */
  record Sealed(byte[] header, byte[] fragment) {
    int type() {
      return header[0] & 0xFF;
    }
  }

  /** Adds octets and returns the records that are now whole; none is longer than 64 KiB. */
  List<Sealed> add(byte[] octets) {
    pending.writeBytes(octets);
    byte[] all = pending.toByteArray();
    List<Sealed> records = new ArrayList<>();
    int at = 0;
    while (all.length - at >= HEADER) {
      int length = (all[at + 3] & 0xFF) << 8 | all[at + 4] & 0xFF;
      if (all.length - at - HEADER < length) {
        break;
      }
      records.add(
          new Sealed(
              Arrays.copyOfRange(all, at, at + HEADER),
              Arrays.copyOfRange(all, at + HEADER, at + HEADER + length)));
      at += HEADER + length;
    }
    pending.reset();
    pending.write(all, at, all.length - at);
    return records;
  }
}
