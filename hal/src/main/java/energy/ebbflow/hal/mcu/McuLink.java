package energy.ebbflow.hal.mcu;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.mcu.McuMessage.Card;
import energy.ebbflow.hal.mcu.McuMessage.Hello;
import energy.ebbflow.hal.mcu.McuMessage.HelloReply;
import energy.ebbflow.hal.mcu.McuMessage.Outputs;
import energy.ebbflow.hal.mcu.McuMessage.Status;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The controller's side of the line to the safety microcontroller.
 *
 * <p>Greets until the microcontroller answers with the same version; then repeats the outputs, and
 * turns each status into readings: the pilot always, everything else when it changes. Silence,
 * another version, or a microcontroller that does not follow is a {@link Reading.DeviceFault}; the
 * greeting then begins anew.
 *
 * <p>Immutable. Owner: the thread of the serial port.
 */
public final class McuLink implements SafetyLink {
  /** How often the outputs are repeated. The microcontroller opens by itself after 200 ms. */
  public static final long OUTPUTS_EVERY_NANOS = 50_000_000;

  /** Silence after which the microcontroller counts as lost; it speaks every 20 ms. */
  public static final long SILENCE_NANOS = 200_000_000;

  /** How long it may take to boot before its first silence counts. */
  public static final long BOOT_NANOS = 5_000_000_000L;

  /** How long it may echo old outputs. */
  public static final long FOLLOW_NANOS = 200_000_000;

  /** How often it is greeted. */
  public static final long HELLO_EVERY_NANOS = 500_000_000;

  /** Name of the device in fault readings. */
  public static final String DEVICE = Reading.DeviceFault.SAFETY_CONTROLLER;

  private enum Stage {
    GREETING,
    RUNNING
  }

  private record Memory(
      Stage stage,
      Outputs outputs,
      int sequence,
      long lastSent,
      long lastHeard,
      long followingSince,
      FrameSplitter splitter,
      @Nullable Status last,
      boolean reported,
      boolean thermometer) {}

  private final Memory memory;

  private McuLink(Memory memory) {
    this.memory = memory;
  }

  /** A line on which nothing has been said; the first step greets. */
  public static McuLink initial(long now) {
    return new McuLink(
        new Memory(
            Stage.GREETING,
            Outputs.SAFE,
            0,
            now - HELLO_EVERY_NANOS,
            now + BOOT_NANOS - SILENCE_NANOS,
            now,
            FrameSplitter.EMPTY,
            null,
            false,
            false));
  }

  @Override
  public McuLink anew(long now) {
    Memory first = initial(now).memory;
    return new McuLink(
        new Memory(
            first.stage(),
            first.outputs(),
            first.sequence(),
            first.lastSent(),
            first.lastHeard(),
            first.followingSince(),
            first.splitter(),
            first.last(),
            first.reported(),
            memory.thermometer()));
  }

  /** Whether the microcontroller has answered and is heard. */
  public boolean running() {
    return memory.stage() == Stage.RUNNING;
  }

  @Override
  public Step step(Input input, long now) {
    List<byte[]> transmit = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    Memory m =
        switch (input) {
          case Input.Received(byte[] bytes) -> received(memory, bytes, now, transmit, readings);
          case Input.Wish(Outputs outputs) -> wish(memory, outputs, now, transmit);
          case Input.Tick() -> memory;
        };
    Memory watched = watch(m, now, readings);
    Memory sent = repeat(watched, now, transmit);
    return new Step(new McuLink(sent), transmit, readings);
  }

  private static Memory received(
      Memory m, byte[] bytes, long now, List<byte[]> transmit, List<Reading> readings) {
    FrameSplitter.Cut cut = m.splitter().feed(bytes);
    Memory next = splitter(m, cut.next());
    for (byte[] frame : cut.frames()) {
      Optional<McuMessage> message = McuCodec.decode(frame).map(McuCodec.Frame::message);
      if (message.isPresent()) {
        next = heard(next, message.get(), now, transmit, readings);
      }
    }
    return next;
  }

  private static Memory heard(
      Memory m, McuMessage message, long now, List<byte[]> transmit, List<Reading> readings) {
    return switch (message) {
      case HelloReply(int version, String firmware) -> {
        if (version == McuMessage.VERSION) {
          yield m.stage() == Stage.RUNNING ? m : send(started(m, now), now, transmit);
        }
        yield fault(
            m,
            "expected protocol version "
                + McuMessage.VERSION
                + ", got "
                + version
                + " (firmware "
                + firmware
                + "); the station stays out of service",
            readings);
      }
      case Status status -> m.stage() == Stage.RUNNING ? status(m, status, now, readings) : m;
      case Card card -> {
        if (m.stage() == Stage.RUNNING) {
          readings.add(new Reading.Rfid(HexFormat.of().withUpperCase().formatHex(card.uid())));
        }
        yield m;
      }
      // What only the controller says is an echo of ourselves: a shorted line.
      case Hello h -> m;
      case Outputs o -> m;
    };
  }

  private static Memory wish(Memory m, Outputs outputs, long now, List<byte[]> transmit) {
    if (outputs.equals(m.outputs())) {
      return m;
    }
    Memory changed =
        new Memory(
            m.stage(),
            outputs,
            m.sequence(),
            m.lastSent(),
            m.lastHeard(),
            now,
            m.splitter(),
            m.last(),
            m.reported(),
            m.thermometer());
    return m.stage() == Stage.RUNNING ? send(changed, now, transmit) : changed;
  }

  private static Memory watch(Memory m, long now, List<Reading> readings) {
    if (now - m.lastHeard() >= SILENCE_NANOS) {
      String text =
          "expected a status every 20 ms, got nothing for 200 ms; it has opened the contactors by"
              + " itself";
      return greeting(fault(m, text, readings), readings);
    }
    if (m.stage() == Stage.RUNNING && now - m.followingSince() >= FOLLOW_NANOS) {
      String text = "expected it to follow the outputs within 200 ms, it did not; greeting anew";
      return greeting(fault(m, text, readings), readings);
    }
    return m;
  }

  private static Memory repeat(Memory m, long now, List<byte[]> transmit) {
    return switch (m.stage()) {
      case GREETING -> now - m.lastSent() >= HELLO_EVERY_NANOS ? hello(m, now, transmit) : m;
      case RUNNING -> now - m.lastSent() >= OUTPUTS_EVERY_NANOS ? send(m, now, transmit) : m;
    };
  }

  // ---- status to readings

  private static Memory status(Memory m, Status s, long now, List<Reading> readings) {
    Status before = m.last();
    readings.add(
        new Reading.Pilot(
            new Volts(s.highMillivolts() / 1000.0), new Volts(s.lowMillivolts() / 1000.0)));
    if (before == null || before.contactorClosed() != s.contactorClosed()) {
      readings.add(new Reading.Contactor(s.contactorClosed()));
    }
    if (before == null || before.locked() != s.locked()) {
      readings.add(new Reading.Lock(s.locked()));
    }
    if (before == null || !before.cableAmps().equals(s.cableAmps())) {
      readings.add(new Reading.Proximity(s.cableAmps().map(amps -> new Amps(amps))));
    }
    if (before == null
        || before.tripped() != s.tripped()
        || before.selfTestPassed() != s.selfTestPassed()
        // The outputs were heard, perhaps with a wish for a self-test: its result is told anew.
        || before.echo() != s.echo()) {
      readings.add(new Reading.ResidualCurrent(s.tripped(), s.selfTestPassed()));
    }
    if (before == null || before.emergencyStop() != s.emergencyStop()) {
      readings.add(new Reading.EmergencyStop(s.emergencyStop()));
    }
    if (before == null || before.gridPresent() != s.gridPresent()) {
      readings.add(new Reading.Grid(s.gridPresent()));
    }
    if (s.celsius().isPresent() && (before == null || !before.celsius().equals(s.celsius()))) {
      readings.add(new Reading.Temperature(s.celsius().getAsDouble()));
    }
    boolean knew = before == null ? m.thermometer() : before.celsius().isPresent();
    if (s.celsius().isEmpty() && knew) {
      // Its last word must not stand for ever, though the line was lost together with it.
      readings.add(new Reading.Temperature(Double.NaN));
    }
    if (before == null || before.earthLost() != s.earthLost()) {
      readings.add(new Reading.Earth(!s.earthLost()));
    }
    if (before == null || before.supplyFailing() != s.supplyFailing()) {
      readings.add(new Reading.Supply(!s.supplyFailing()));
    }
    if (s.overruled() && (before == null || !before.overruled())) {
      readings.add(
          new Reading.DeviceFault(DEVICE, "it keeps the contactors open for reasons of its own"));
    }
    // It follows when it echoes any frame that was sent since the last change.
    boolean follows = isRecent(s.echo(), m.sequence());
    return new Memory(
        m.stage(),
        m.outputs(),
        m.sequence(),
        m.lastSent(),
        now,
        follows ? now : m.followingSince(),
        m.splitter(),
        s,
        false,
        m.thermometer() || s.celsius().isPresent());
  }

  /** The echo is late by one status and one frame under way; four frames are 200 ms. */
  private static boolean isRecent(int echo, int sequence) {
    return (sequence - 1 - echo & 0xFF) < FOLLOW_NANOS / OUTPUTS_EVERY_NANOS;
  }

  // ---- copies

  private static Memory send(Memory m, long now, List<byte[]> transmit) {
    transmit.add(McuCodec.encode(new McuCodec.Frame(m.sequence(), m.outputs())));
    return sent(m, now);
  }

  private static Memory hello(Memory m, long now, List<byte[]> transmit) {
    transmit.add(McuCodec.encode(new McuCodec.Frame(m.sequence(), new Hello())));
    return sent(m, now);
  }

  private static Memory sent(Memory m, long now) {
    return new Memory(
        m.stage(),
        m.outputs(),
        m.sequence() + 1 & 0xFF,
        now,
        m.lastHeard(),
        m.followingSince(),
        m.splitter(),
        m.last(),
        m.reported(),
        m.thermometer());
  }

  private static Memory splitter(Memory m, FrameSplitter splitter) {
    return new Memory(
        m.stage(),
        m.outputs(),
        m.sequence(),
        m.lastSent(),
        m.lastHeard(),
        m.followingSince(),
        splitter,
        m.last(),
        m.reported(),
        m.thermometer());
  }

  private static Memory started(Memory m, long now) {
    return new Memory(
        Stage.RUNNING,
        m.outputs(),
        m.sequence(),
        m.lastSent(),
        now,
        now,
        m.splitter(),
        null,
        false,
        m.thermometer());
  }

  private static Memory greeting(Memory m, List<Reading> readings) {
    Status last = m.last();
    if (last != null && last.contactorClosed()) {
      // Nobody sees any more what they do; its first status tells it anew.
      readings.add(new Reading.ContactorUnknown());
    }
    return m.stage() == Stage.GREETING
        ? m
        : new Memory(
            Stage.GREETING,
            m.outputs(),
            m.sequence(),
            m.lastSent(),
            m.lastHeard(),
            m.followingSince(),
            FrameSplitter.EMPTY,
            null,
            m.reported(),
            m.thermometer());
  }

  /** Reports once until the microcontroller is heard again. */
  private static Memory fault(Memory m, String text, List<Reading> readings) {
    if (m.reported()) {
      return m;
    }
    readings.add(new Reading.DeviceFault(DEVICE, text));
    return new Memory(
        m.stage(),
        m.outputs(),
        m.sequence(),
        m.lastSent(),
        m.lastHeard(),
        m.followingSince(),
        m.splitter(),
        m.last(),
        true,
        m.thermometer());
  }
}
