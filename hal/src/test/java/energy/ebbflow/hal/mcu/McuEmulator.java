package energy.ebbflow.hal.mcu;

import energy.ebbflow.hal.mcu.McuMessage.Hello;
import energy.ebbflow.hal.mcu.McuMessage.HelloReply;
import energy.ebbflow.hal.mcu.McuMessage.Outputs;
import energy.ebbflow.hal.mcu.McuMessage.PilotMode;
import energy.ebbflow.hal.mcu.McuMessage.Status;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A microcontroller that behaves as the protocol page says: answers the greeting, carries out
 * outputs at once, speaks every 20 ms, and opens by itself after 200 ms of silence.
 */
public final class McuEmulator {
  private static final long STATUS_EVERY_NANOS = 20_000_000;
  private static final long DEADMAN_NANOS = 200_000_000;

  private FrameSplitter splitter = FrameSplitter.EMPTY;
  private Outputs outputs = Outputs.SAFE;
  private int echo;
  private int sequence;
  private int version = McuMessage.VERSION;
  private long lastOutputs;
  private long lastStatus;
  private boolean greeted;
  private boolean deaf;
  private boolean earthLost;
  private double vehicleVolts = 12;
  private OptionalDouble celsius = OptionalDouble.of(31.5);

  /** The protective earth is interrupted, or mended. */
  public void earthLost(boolean lost) {
    earthLost = lost;
  }

  /** What the hottest sensor says; empty: there is none, or it is broken. */
  void celsius(OptionalDouble value) {
    celsius = value;
  }

  /** The level that the vehicle's resistors make. */
  public void vehicleVolts(double volts) {
    vehicleVolts = volts;
  }

  /** Speaks another version of the protocol. */
  public void version(int other) {
    version = other;
  }

  /** Goes on speaking, but no longer listens. */
  public void deaf(boolean isDeaf) {
    deaf = isDeaf;
  }

  /** What it carries out. */
  public Outputs outputs() {
    return outputs;
  }

  /** Takes in bytes and time, answers with bytes. */
  public byte[] step(byte[] received, long now) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FrameSplitter.Cut cut = splitter.feed(received);
    splitter = cut.next();
    for (byte[] bytes : cut.frames()) {
      McuCodec.decode(bytes).ifPresent(frame -> take(frame, now, out));
    }
    if (greeted && now - lastOutputs >= DEADMAN_NANOS) {
      outputs = Outputs.SAFE;
    }
    if (greeted && now - lastStatus >= STATUS_EVERY_NANOS) {
      status(now, out);
    }
    return out.toByteArray();
  }

  private void take(McuCodec.Frame frame, long now, ByteArrayOutputStream out) {
    if (deaf) {
      return;
    }
    switch (frame.message()) {
      case Hello() -> {
        greeted = version == McuMessage.VERSION;
        lastOutputs = now;
        say(new HelloReply(version, "emulator 1.0"), out);
      }
      case Outputs wanted -> {
        outputs = wanted;
        echo = frame.sequence();
        lastOutputs = now;
        status(now, out);
      }
      default -> {}
    }
  }

  private void status(long now, ByteArrayOutputStream out) {
    lastStatus = now;
    double high =
        switch (outputs.pilot()) {
          case STEADY, PWM -> vehicleVolts;
          case ZERO -> 0;
          case NEGATIVE -> -12;
        };
    double low = outputs.pilot() == PilotMode.PWM ? -12 : high;
    say(
        new Status(
            echo,
            (int) (high * 1000),
            (int) (low * 1000),
            outputs.phases() > 0,
            outputs.locked(),
            Optional.of(32),
            false,
            outputs.selfTests() > 0,
            false,
            true,
            false,
            celsius,
            earthLost,
            false),
        out);
  }

  private void say(McuMessage message, ByteArrayOutputStream out) {
    out.writeBytes(McuCodec.encode(new McuCodec.Frame(sequence, message)));
    sequence = sequence + 1 & 0xFF;
  }
}
