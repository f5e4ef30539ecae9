package energy.ebbflow.simulator.hardware;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.mcu.FrameSplitter;
import energy.ebbflow.hal.yeti.YetiCodec;
import energy.ebbflow.hal.yeti.YetiMessage;
import energy.ebbflow.hal.yeti.YetiMessage.PilotState;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A Yeti board, played: answers a reset, lives once a second, tells what changes, carries out
 * orders, switches on only while the vehicle asks for power and keep-alives come.
 */
public final class YetiDevice implements SerialDevice {
  /** The board's documentation: once a second. */
  private static final long LIFE_NANOS = 1_000_000_000;

  /** Our own: what the board does without keep-alives is a matter of its firmware. */
  private static final long DEADMAN_NANOS = 5_000_000_000L;

  /** Middle between the levels of IEC 61851-1 Table A.2. */
  private static final double[] LIMITS = {10.5, 7.5, 4.5, 1.5, -6};

  private final Circuit circuit;
  private final String firmware;
  private FrameSplitter splitter = FrameSplitter.upTo(YetiCodec.MAX_FRAME);
  private boolean power;
  private boolean threePhases = true;
  private int switchedPhases;
  private PilotSignal signal = new PilotSignal.Negative();
  private Optional<PilotState> told = Optional.empty();
  private Optional<Boolean> toldRelais = Optional.empty();
  private Optional<YetiMessage.Errors> toldErrors = Optional.empty();
  private long heardAt;
  private long livedAt;
  private boolean started;

  /**
   * A board that has just started.
   *
   * @param firmware what it says of itself, such as 2.2
   */
  public YetiDevice(Circuit circuit, String firmware) {
    this.circuit = circuit;
    this.firmware = firmware;
  }

  @Override
  public void restart() {
    splitter = FrameSplitter.upTo(YetiCodec.MAX_FRAME);
    power = false;
    signal = new PilotSignal.Negative();
    started = false;
    told = Optional.empty();
    toldRelais = Optional.empty();
    toldErrors = Optional.empty();
    circuit.contactors(0);
    switchedPhases = 0;
    circuit.apply(signal);
  }

  @Override
  public byte[] step(byte[] received, long now) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!started) {
      started = true;
      heardAt = now;
      livedAt = now - LIFE_NANOS;
      say(new YetiMessage.Restarted(false), out);
    }
    FrameSplitter.Cut cut = splitter.feed(received);
    splitter = cut.next();
    for (byte[] bytes : cut.frames()) {
      YetiCodec.decodeOrder(bytes).ifPresent(order -> take(order, now, out));
    }
    if (now - heardAt >= DEADMAN_NANOS) {
      power = false;
      drive(new PilotSignal.Negative());
    }
    switchRelais();
    tellChanges(out);
    if (now - livedAt >= LIFE_NANOS) {
      livedAt = now;
      say(new YetiMessage.Alive(1, 0, 0, firmware, 32, 3), out);
      meter(out);
    }
    return out.toByteArray();
  }

  private void take(YetiMessage.ToBoard order, long now, ByteArrayOutputStream out) {
    heardAt = now;
    switch (order) {
      case YetiMessage.KeepAlive alive -> {}
      case YetiMessage.Lock(boolean locked) -> circuit.lock(locked);
      case YetiMessage.Pwm(int duty) ->
          drive(
              duty == YetiMessage.Pwm.STATE_F
                  ? new PilotSignal.Negative()
                  : duty >= 10_000 ? new PilotSignal.Steady() : new PilotSignal.Pwm(duty / 100.0));
      case YetiMessage.AllowPower(boolean allowed) -> power = allowed;
      case YetiMessage.Reset reset -> {
        restart();
        started = true;
        heardAt = now;
        livedAt = now - LIFE_NANOS;
        say(new YetiMessage.Restarted(false), out);
      }
      case YetiMessage.ThreePhases(boolean three) -> threePhases = three;
    }
  }

  private void drive(PilotSignal next) {
    if (!next.equals(signal)) {
      signal = next;
      circuit.apply(next);
    }
  }

  private PilotState state() {
    double volts = circuit.pilotVolts();
    for (int i = 0; i < LIMITS.length; i++) {
      if (volts > LIMITS[i]) {
        return PilotState.values()[i];
      }
    }
    return PilotState.F;
  }

  /** The final decision is the board's: on only in C and D with PWM. */
  private void switchRelais() {
    PilotState state = state();
    boolean asked = state == PilotState.C || state == PilotState.D;
    int phases = power && asked && signal instanceof PilotSignal.Pwm ? threePhases ? 3 : 1 : 0;
    if (phases != switchedPhases) {
      switchedPhases = phases;
      circuit.contactors(phases);
    }
  }

  private void tellChanges(ByteArrayOutputStream out) {
    Optional<PilotState> state = Optional.of(state());
    if (!state.equals(told)) {
      told = state;
      say(new YetiMessage.Pilot(state.get()), out);
    }
    Optional<Boolean> relais = Optional.of(circuit.closed());
    if (!relais.equals(toldRelais)) {
      toldRelais = relais;
      say(new YetiMessage.Relais(relais.get()), out);
    }
    boolean tripped =
        circuit
            .last(Reading.ResidualCurrent.class)
            .map(Reading.ResidualCurrent::tripped)
            .orElse(false);
    Optional<YetiMessage.Errors> errors =
        Optional.of(new YetiMessage.Errors(false, false, tripped, false, false, false, false));
    if (!errors.equals(toldErrors)) {
      toldErrors = errors;
      say(errors.get(), out);
    }
  }

  private void meter(ByteArrayOutputStream out) {
    boolean locked = circuit.last(Reading.Lock.class).map(Reading.Lock::locked).orElse(false);
    say(
        new YetiMessage.LockState(
            locked ? YetiMessage.LockPosition.LOCKED : YetiMessage.LockPosition.UNLOCKED),
        out);
    int cable =
        circuit
            .last(Reading.Proximity.class)
            .flatMap(Reading.Proximity::cableRating)
            .map(amps -> (int) amps.value())
            .orElse(0);
    say(new YetiMessage.Proximity(cable), out);
    circuit
        .last(Reading.Meter.class)
        .filter(meter -> meter.phaseVoltages().size() == 3)
        .ifPresent(meter -> say(meter(meter), out));
  }

  private static YetiMessage.Meter meter(Reading.Meter meter) {
    List<Double> volts = meter.phaseVoltages().stream().map(value -> value.value()).toList();
    List<Double> amps = meter.phaseCurrents().stream().map(value -> value.value()).toList();
    List<Double> watts =
        List.of(volts.get(0) * amps.get(0), volts.get(1) * amps.get(1), volts.get(2) * amps.get(2));
    return new YetiMessage.Meter(
        volts, amps, watts, meter.imported().value(), List.of(25.0, 25.0, 25.0, 25.0));
  }

  private static void say(YetiMessage message, ByteArrayOutputStream out) {
    out.writeBytes(YetiCodec.encode(message));
  }
}
