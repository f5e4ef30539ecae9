package energy.ebbflow.simulator.mcu;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.mcu.FrameSplitter;
import energy.ebbflow.hal.mcu.McuCodec;
import energy.ebbflow.hal.mcu.McuMessage;
import energy.ebbflow.hal.mcu.McuMessage.Card;
import energy.ebbflow.hal.mcu.McuMessage.Hello;
import energy.ebbflow.hal.mcu.McuMessage.HelloReply;
import energy.ebbflow.hal.mcu.McuMessage.Outputs;
import energy.ebbflow.hal.mcu.McuMessage.PilotMode;
import energy.ebbflow.hal.mcu.McuMessage.Status;
import energy.ebbflow.simulator.board.Sensors;
import java.io.ByteArrayOutputStream;

/**
 * The program of the reference microcontroller: what {@code docs/serial-protocol.md} asks of it. No
 * clock and no I/O: time and bytes are arguments. Owned by one thread.
 *
 * <p>It does not trust its controller: without outputs it opens, whatever they said last; and it
 * opens by itself when the vehicle leaves C and D, on a residual-current trip and on the emergency
 * stop.
 */
public final class SafetyMcu {
  /** How often the status is repeated. */
  static final long STATUS_EVERY_NANOS = 20_000_000;

  /** Without valid outputs for so long it goes to its safe state. */
  static final long DEADMAN_NANOS = 200_000_000;

  /**
   * How long the vehicle may be out of C and D: the controller has the first word, and the
   * contactor the rest of the 100 ms (IEC 61851-1 Table A.6).
   */
  static final long LEAVING_NANOS = 80_000_000;

  /** From opened contactors to the unlocked plug in the safe state: the current has ended. */
  static final long UNLOCK_NANOS = 100_000_000;

  private static final String FIRMWARE = "ebbflow reference 1.0";

  // Limits of C and D with the tolerances of IEC 61851-1 Table A.2, and of the diode check.
  private static final double READY_VOLTS_MAX = 7.5;
  private static final double READY_VOLTS_MIN = 1.5;
  private static final double DIODE_VOLTS_MAX = -10;

  /**
   * What the hardware shall do.
   *
   * @param pilot the generator
   * @param phases 0, 1 or 3 contactors
   * @param locked whether the bolt shall be in
   */
  public record Drive(PilotSignal pilot, int phases, boolean locked) {}

  private FrameSplitter splitter = FrameSplitter.EMPTY;
  private Outputs outputs = Outputs.SAFE;
  private int echo;
  private int sequence;
  private boolean greeted;
  private boolean commanded;
  private long lastOutputs;
  private long lastStatus;
  private long lastReady;
  private long lastClosed;
  private int phases;
  private boolean tests;

  /** A microcontroller that has just got its supply. */
  public SafetyMcu() {}

  /**
   * Takes in bytes and time.
   *
   * @param received bytes from the line, cut anywhere
   * @param sensors what is measured now
   * @param now monotonic ns
   * @return bytes for the line
   */
  public byte[] step(byte[] received, Sensors sensors, long now) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FrameSplitter.Cut cut = splitter.feed(received);
    splitter = cut.next();
    boolean changed = false;
    for (byte[] bytes : cut.frames()) {
      var frame = McuCodec.decode(bytes);
      if (frame.isPresent()) {
        changed |= take(frame.get(), now, out);
      }
    }
    if (commanded && now - lastOutputs >= DEADMAN_NANOS) {
      commanded = false;
    }
    boolean before = overruled();
    guard(sensors, now);
    changed |= before != overruled();
    if (greeted && (changed || now - lastStatus >= STATUS_EVERY_NANOS)) {
      lastStatus = now;
      say(status(sensors), out);
      sensors.nextCard().ifPresent(uid -> say(new Card(uid), out));
    }
    return out.toByteArray();
  }

  private boolean take(McuCodec.Frame frame, long now, ByteArrayOutputStream out) {
    return switch (frame.message()) {
      case Hello() -> {
        greeted = true;
        say(new HelloReply(McuMessage.VERSION, FIRMWARE), out);
        yield false;
      }
      case Outputs wanted -> {
        tests |= commanded && wanted.selfTests() != outputs.selfTests();
        outputs = wanted;
        commanded = true;
        echo = frame.sequence();
        lastOutputs = now;
        yield true;
      }
      // Only a microcontroller says these: an echo of ourselves.
      case HelloReply r -> false;
      case Status s -> false;
      case Card c -> false;
    };
  }

  /** Decides on the contactors; only this method closes and opens them. */
  private void guard(Sensors sensors, long now) {
    boolean ready = sensors.highVolts() > READY_VOLTS_MIN && sensors.highVolts() < READY_VOLTS_MAX;
    if (ready) {
      lastReady = now;
    }
    if (sensors.contactor()) {
      lastClosed = now;
    }
    boolean healthy = !sensors.tripped() && !sensors.emergency();
    if (!commanded || outputs.phases() == 0 || !healthy || now - lastReady >= LEAVING_NANOS) {
      phases = 0;
    } else if (phases != outputs.phases()) {
      boolean square =
          outputs.pilot() == PilotMode.PWM && ready && sensors.lowVolts() < DIODE_VOLTS_MAX;
      // From one number of phases to the other the way leads over open contacts.
      phases = square && !sensors.contactor() ? outputs.phases() : 0;
    }
  }

  private boolean overruled() {
    return commanded && outputs.phases() > 0 && phases == 0;
  }

  /**
   * What the hardware shall do now.
   *
   * @param now monotonic ns, as in {@link #step}
   */
  public Drive drive(long now) {
    if (commanded) {
      PilotSignal pilot =
          switch (outputs.pilot()) {
            case STEADY -> new PilotSignal.Steady();
            case PWM -> pwm(outputs.dutyCentiPercent() / 100.0);
            case ZERO -> new PilotSignal.Zero();
            case NEGATIVE -> new PilotSignal.Negative();
          };
      return new Drive(pilot, phases, outputs.locked());
    }
    boolean held = outputs.locked() && now - lastClosed < UNLOCK_NANOS;
    return new Drive(new PilotSignal.Negative(), 0, held);
  }

  /** A duty at either end is no square wave. */
  private static PilotSignal pwm(double percent) {
    return percent <= 0
        ? new PilotSignal.Negative()
        : percent >= 100 ? new PilotSignal.Steady() : new PilotSignal.Pwm(percent);
  }

  /** Whether a self-test of the residual-current device was asked for since the last call. */
  public boolean testWanted() {
    boolean wanted = tests;
    tests = false;
    return wanted;
  }

  private Status status(Sensors s) {
    return new Status(
        echo,
        millivolts(s.highVolts()),
        millivolts(s.lowVolts()),
        s.contactor(),
        s.locked(),
        s.cableAmps(),
        s.tripped(),
        s.testPassed(),
        s.emergency(),
        s.grid(),
        overruled(),
        s.celsius(),
        !s.earth(),
        !s.supplyGood());
  }

  private static int millivolts(double volts) {
    return (int) Math.round(volts * 1000);
  }

  private void say(McuMessage message, ByteArrayOutputStream out) {
    out.writeBytes(McuCodec.encode(new McuCodec.Frame(sequence, message)));
    sequence = sequence + 1 & 0xFF;
  }
}
