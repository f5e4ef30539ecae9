package energy.ebbflow.simulator.hardware;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.mcu.FrameSplitter;
import energy.ebbflow.hal.mcu.McuCodec;
import energy.ebbflow.hal.mcu.McuMessage;
import energy.ebbflow.hal.mcu.McuMessage.Hello;
import energy.ebbflow.hal.mcu.McuMessage.HelloReply;
import energy.ebbflow.hal.mcu.McuMessage.Outputs;
import energy.ebbflow.hal.mcu.McuMessage.PilotMode;
import energy.ebbflow.hal.mcu.McuMessage.Status;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The reference emulator of the safety microcontroller of {@code docs/serial-protocol.md}: what the
 * page demands of it, among it what it does against the controller's will.
 */
public final class McuDevice implements SerialDevice {
  private static final long STATUS_NANOS = 20_000_000;

  /** Without valid outputs it goes to its safe state. */
  private static final long DEADMAN_NANOS = 200_000_000;

  /** IEC 61851-1: within 100 ms after the vehicle has left C or D; a margin for the contactors. */
  private static final long OPEN_NANOS = 80_000_000;

  /** Between the levels of C and B: above, the vehicle does not want energy. */
  private static final double C_VOLTS_MAX = 7.5;

  /** Below the level of D the line is shorted. */
  private static final double D_VOLTS_MIN = 2;

  private final Circuit circuit;
  private FrameSplitter splitter = FrameSplitter.EMPTY;
  private Outputs outputs = Outputs.SAFE;
  private Outputs done = Outputs.SAFE;
  private boolean driven;
  private int echo;
  private int sequence;
  private long heardAt;
  private long toldAt;
  private long wantedAt;
  private boolean greeted;

  /** A microcontroller that has just started. */
  public McuDevice(Circuit circuit) {
    this.circuit = circuit;
  }

  @Override
  public void restart() {
    splitter = FrameSplitter.EMPTY;
    outputs = Outputs.SAFE;
    greeted = false;
    driven = false;
    done = Outputs.SAFE;
  }

  @Override
  public byte[] step(byte[] received, long now) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FrameSplitter.Cut cut = splitter.feed(received);
    splitter = cut.next();
    for (byte[] bytes : cut.frames()) {
      McuCodec.decode(bytes).ifPresent(frame -> take(frame, now, out));
    }
    if (now - heardAt >= DEADMAN_NANOS) {
      outputs = Outputs.SAFE;
    }
    carryOut(now);
    if (greeted && now - toldAt >= STATUS_NANOS) {
      tell(now, out);
    }
    return out.toByteArray();
  }

  private void take(McuCodec.Frame frame, long now, ByteArrayOutputStream out) {
    switch (frame.message()) {
      case Hello hello -> {
        greeted = true;
        heardAt = now;
        say(new HelloReply(McuMessage.VERSION, "emulator 1.0"), out);
      }
      case Outputs wanted -> {
        outputs = wanted;
        echo = frame.sequence();
        heardAt = now;
        carryOut(now);
        tell(now, out);
      }
      case HelloReply ours -> {}
      case Status ours -> {}
      case McuMessage.Card ours -> {}
    }
  }

  /**
   * Its own judgement: it closes only in C or D with PWM on the line, and opens by itself when that
   * is over, unless the controller is quicker.
   */
  private boolean mayBeClosed(long now) {
    double volts = circuit.pilotVolts();
    if (outputs.pilot() == PilotMode.PWM && volts < C_VOLTS_MAX && volts > D_VOLTS_MIN) {
      wantedAt = now;
      return true;
    }
    return done.phases() != 0 && now - wantedAt < OPEN_NANOS;
  }

  private void carryOut(long time) {
    int phases = mayBeClosed(time) ? outputs.phases() : 0;
    Outputs now =
        new Outputs(
            outputs.pilot(),
            outputs.dutyCentiPercent(),
            phases,
            outputs.locked(),
            outputs.sign(),
            outputs.selfTests());
    if (driven && now.equals(done)) {
      return;
    }
    if (!driven || now.phases() != done.phases()) {
      circuit.contactors(now.phases());
    }
    circuit.apply(
        switch (now.pilot()) {
          case STEADY -> new PilotSignal.Steady();
          case PWM -> new PilotSignal.Pwm(Math.clamp(now.dutyCentiPercent() / 100.0, 0.01, 99.99));
          case ZERO -> new PilotSignal.Zero();
          case NEGATIVE -> new PilotSignal.Negative();
        });
    circuit.lock(now.locked());
    done = now;
    driven = true;
  }

  private void tell(long now, ByteArrayOutputStream out) {
    toldAt = now;
    Optional<Reading.Pilot> pilot = circuit.last(Reading.Pilot.class);
    boolean tripped =
        circuit
            .last(Reading.ResidualCurrent.class)
            .map(Reading.ResidualCurrent::tripped)
            .orElse(false);
    say(
        new Status(
            echo,
            (int) Math.round(circuit.pilotVolts() * 1000),
            (int) Math.round(pilot.map(level -> level.low().value()).orElse(12.0) * 1000),
            circuit.closed(),
            circuit.last(Reading.Lock.class).map(Reading.Lock::locked).orElse(false),
            circuit
                .last(Reading.Proximity.class)
                .flatMap(Reading.Proximity::cableRating)
                .map(amps -> (int) amps.value()),
            tripped,
            !tripped,
            circuit
                .last(Reading.EmergencyStop.class)
                .map(Reading.EmergencyStop::pressed)
                .orElse(false),
            circuit.last(Reading.Grid.class).map(Reading.Grid::present).orElse(true),
            outputs.phases() != 0 && done.phases() == 0,
            circuit
                .last(Reading.Temperature.class)
                .map(temperature -> OptionalDouble.of(temperature.celsius()))
                .orElse(OptionalDouble.empty())),
        out);
  }

  private void say(McuMessage message, ByteArrayOutputStream out) {
    out.writeBytes(McuCodec.encode(new McuCodec.Frame(sequence, message)));
    sequence = sequence + 1 & 0xFF;
  }
}
