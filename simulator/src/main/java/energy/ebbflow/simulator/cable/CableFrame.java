package energy.ebbflow.simulator.cable;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.simulator.physics.DcSource;
import energy.ebbflow.simulator.physics.PilotLoad;
import java.nio.ByteBuffer;

/**
 * The records on the cable's socket: big-endian, all of one length, so that a reader never
 * allocates by what it was told.
 *
 * <p>Header: magic (4 bytes), version (2), kind (2). Then the fields in the order of the Java
 * record, flags as one byte each, zeros to the end.
 */
public final class CableFrame {
  /** Length of every record. */
  public static final int BYTES = 96;

  /** Version of the layout; both ends refuse any other. */
  public static final short VERSION = 1;

  private static final int MAGIC = 0x45424243;
  private static final short STATION = 1;
  private static final short VEHICLE = 2;

  private static final byte STEADY = 0;
  private static final byte PWM = 1;
  private static final byte ZERO = 2;
  private static final byte NEGATIVE = 3;

  private CableFrame() {}

  /** Writes {@link #BYTES} bytes. */
  public static void write(StationTerminals station, ByteBuffer out) {
    int start = header(out, STATION);
    out.putLong(station.nanos());
    switch (station.pilot()) {
      case PilotSignal.Steady _ -> out.put(STEADY).putDouble(0);
      case PilotSignal.Pwm pwm -> out.put(PWM).putDouble(pwm.dutyPercent());
      case PilotSignal.Zero _ -> out.put(ZERO).putDouble(0);
      case PilotSignal.Negative _ -> out.put(NEGATIVE).putDouble(0);
    }
    out.putDouble(station.outletVolts()).putDouble(station.outletAmps());
    out.putDouble(station.ampSeconds()).putDouble(station.wattSeconds());
    out.putDouble(station.phaseVolts()).put((byte) station.phases());
    out.put(flag(station.locked())).put(flag(station.contactorsClosed()));
    pad(out, start);
  }

  /** Writes {@link #BYTES} bytes. */
  public static void write(VehicleTerminals vehicle, ByteBuffer out) {
    int start = header(out, VEHICLE);
    out.put(flag(vehicle.plugged()));
    out.putDouble(vehicle.pilot().ohms());
    out.put(flag(vehicle.pilot().diode())).put(flag(vehicle.pilot().shorted()));
    out.put(flag(vehicle.dc().connected()));
    out.putDouble(vehicle.dc().volts()).putDouble(vehicle.dc().ohms());
    out.putDouble(vehicle.phase1Amps()).putDouble(vehicle.phase2Amps());
    out.putDouble(vehicle.phase3Amps()).putDouble(vehicle.cableAmps());
    pad(out, start);
  }

  /** Reads the station's record from {@link #BYTES} bytes. */
  public static StationTerminals readStation(ByteBuffer in) throws CableException {
    int start = in.position();
    requireHeader(in, STATION);
    try {
      long nanos = in.getLong();
      PilotSignal pilot = pilot(in.get(), in.getDouble());
      StationTerminals read =
          new StationTerminals(
              nanos,
              pilot,
              finite(in),
              finite(in),
              finite(in),
              finite(in),
              finite(in),
              phases(in.get()),
              in.get() != 0,
              in.get() != 0);
      in.position(start + BYTES);
      return read;
    } catch (IllegalArgumentException wrong) {
      throw new CableException("cable: the station's record is out of range: " + detail(wrong));
    }
  }

  /** Reads the vehicle's record from {@link #BYTES} bytes. */
  public static VehicleTerminals readVehicle(ByteBuffer in) throws CableException {
    int start = in.position();
    requireHeader(in, VEHICLE);
    try {
      boolean plugged = in.get() != 0;
      PilotLoad load = new PilotLoad(in.getDouble(), in.get() != 0, in.get() != 0);
      DcSource dc = new DcSource(in.get() != 0, in.getDouble(), in.getDouble());
      VehicleTerminals read =
          new VehicleTerminals(plugged, load, dc, finite(in), finite(in), finite(in), finite(in));
      in.position(start + BYTES);
      return read;
    } catch (IllegalArgumentException wrong) {
      throw new CableException("cable: the vehicle's record is out of range: " + detail(wrong));
    }
  }

  private static String detail(IllegalArgumentException wrong) {
    return String.valueOf(wrong.getMessage());
  }

  private static int header(ByteBuffer out, short kind) {
    int start = out.position();
    out.putInt(MAGIC).putShort(VERSION).putShort(kind);
    return start;
  }

  private static void requireHeader(ByteBuffer in, short kind) throws CableException {
    int magic = in.getInt();
    short version = in.getShort();
    short came = in.getShort();
    if (magic != MAGIC || version != VERSION || came != kind) {
      throw new CableException(
          String.format(
              "cable expects magic %08x, version %d, kind %d; got %08x, %d, %d: link closed",
              MAGIC, VERSION, kind, magic, version, came));
    }
  }

  private static PilotSignal pilot(byte kind, double duty) {
    return switch (kind) {
      case STEADY -> new PilotSignal.Steady();
      case PWM -> new PilotSignal.Pwm(duty);
      case ZERO -> new PilotSignal.Zero();
      case NEGATIVE -> new PilotSignal.Negative();
      default -> throw new IllegalArgumentException("pilot signal expects 0 to 3, got " + kind);
    };
  }

  private static int phases(byte phases) {
    if (phases < 0 || phases > 3) {
      throw new IllegalArgumentException("phases expects 0 to 3, got " + phases);
    }
    return phases;
  }

  private static double finite(ByteBuffer in) {
    double value = in.getDouble();
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("expected a finite number, got " + value);
    }
    return value;
  }

  private static byte flag(boolean set) {
    return (byte) (set ? 1 : 0);
  }

  private static void pad(ByteBuffer out, int start) {
    while (out.position() < start + BYTES) {
      out.put((byte) 0);
    }
  }
}
