package energy.ebbflow.simulator.exi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/** A capture of one TCP connection between a vehicle and a station, as it would be on the wire. */
public final class Capture {
  private static final int MAX_SEGMENT = 1440;
  private static final byte[] VEHICLE = HexFormat.of().parseHex("fe80000000000000000000000000000a");
  private static final byte[] STATION = HexFormat.of().parseHex("fe80000000000000000000000000000b");

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private int vehicleNext = 1000;
  private int stationNext = 5000;

  /** Begins with the header of the file. */
  public Capture() {
    file.writeBytes(
        ByteBuffer.allocate(24)
            .putInt(0xA1B2C3D4)
            .putShort((short) 2)
            .putShort((short) 4)
            .putLong(0)
            .putInt(65535)
            .putInt(101)
            .array());
  }

  /** What one end sent, in segments of the usual length. */
  public void sent(boolean byVehicle, byte[] octets) {
    for (int at = 0; at < octets.length; at += MAX_SEGMENT) {
      byte[] part = Arrays.copyOfRange(octets, at, Math.min(octets.length, at + MAX_SEGMENT));
      segment(byVehicle, part);
    }
  }

  /** Writes the file. */
  public Path write(Path target) throws IOException {
    return Files.write(target, file.toByteArray());
  }

  private void segment(boolean byVehicle, byte[] payload) {
    int length = 20 + payload.length;
    ByteBuffer out = ByteBuffer.allocate(16 + 40 + length);
    out.putInt(100).putInt(0).putInt(40 + length).putInt(40 + length);
    out.putInt(0x60000000).putShort((short) length).put((byte) 6).put((byte) 64);
    out.put(byVehicle ? VEHICLE : STATION).put(byVehicle ? STATION : VEHICLE);
    out.putShort((short) (byVehicle ? 50000 : 61341)).putShort((short) (byVehicle ? 61341 : 50000));
    out.putInt(byVehicle ? vehicleNext : stationNext).putInt(0);
    out.put((byte) 0x50).put((byte) 16).putShort((short) 1000).putInt(0).put(payload);
    file.writeBytes(out.array());
    if (byVehicle) {
      vehicleNext += payload.length;
    } else {
      stationNext += payload.length;
    }
  }
}
