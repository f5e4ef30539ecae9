package energy.ebbflow.simulator.circuit.driver;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.simulator.board.BoardEvent;
import energy.ebbflow.simulator.board.Sensors;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
import energy.ebbflow.simulator.cable.VehicleSide;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import java.util.OptionalDouble;

/**
 * What is soldered to the lines: a generator of ±12 V behind 1 kΩ, contactors with mirror contacts,
 * the motor of the lock, dividers in front of the converter. Every call first lets the physics
 * catch up with the time; the vehicle hangs on the cable. Thread-safe.
 */
final class PiCircuit {
  /** Most ticks made up for after a pause of the process; the physics stands still for the rest. */
  private static final int CATCH_UP_TICKS_MAX = 20;

  /** Time between two samples of the converter on its bus, as on a bus of 1 MHz. */
  static final long SAMPLE_NANOS = 47_000;

  /** Noise of the line, V either way. */
  private static final double NOISE_VOLTS = 0.05;

  private final Sensors sensors = new Sensors();
  private final VirtualBoard board;
  private final VehicleSide vehicle;
  private VehicleTerminals shown = VehicleTerminals.UNPLUGGED;
  private long origin = System.nanoTime();
  private long sampled;
  private int noise;
  private long period = 1;
  private long active;
  private boolean connected = true;
  private OptionalDouble heldDuty = OptionalDouble.empty();
  private boolean main;
  private boolean more;
  private boolean closed;

  PiCircuit(VirtualBoardSpec spec, VehicleSide vehicle) {
    this.board = new VirtualBoard(spec, sensors);
    this.vehicle = vehicle;
    board.apply(new PilotSignal.Zero());
  }

  private void catchUp() {
    if (closed) {
      return;
    }
    long due = (System.nanoTime() - origin - board.nanos()) / VirtualBoard.TICK_NANOS;
    if (due > CATCH_UP_TICKS_MAX) {
      origin += (due - CATCH_UP_TICKS_MAX) * VirtualBoard.TICK_NANOS;
      due = CATCH_UP_TICKS_MAX;
    }
    for (long i = 0; i < due; i++) {
      shown = vehicle.exchange(board.tick(shown));
    }
  }

  /** Lets something happen to the board. */
  synchronized void happen(BoardEvent event) {
    catchUp();
    board.happen(event);
  }

  /** The generator gives another duty than it is told, 0 to 1, from now on. */
  synchronized void hold(double duty) {
    heldDuty = OptionalDouble.of(duty);
  }

  // ---- outputs

  synchronized void pwm(long periodNanos, long activeNanos) {
    catchUp();
    period = periodNanos;
    active = activeNanos;
    drive();
  }

  synchronized void connect(boolean wanted) {
    catchUp();
    connected = wanted;
    drive();
  }

  private void drive() {
    board.apply(signal());
  }

  private PilotSignal signal() {
    double percent = 100.0 * active / period;
    if (!connected) {
      return new PilotSignal.Zero();
    }
    return percent <= 0
        ? new PilotSignal.Negative()
        : percent >= 100 ? new PilotSignal.Steady() : new PilotSignal.Pwm(percent);
  }

  synchronized void mainContactor(boolean closedWanted) {
    catchUp();
    main = closedWanted;
    contactors();
  }

  synchronized void moreContactor(boolean closedWanted) {
    catchUp();
    more = closedWanted;
    contactors();
  }

  private void contactors() {
    if (main) {
      board.closeContactors(more ? 3 : 1);
    } else {
      board.openContactors();
    }
  }

  /** The motor turns while its line is driven; a pulse is long enough for the whole way. */
  synchronized void motor(boolean in) {
    catchUp();
    board.lock(in);
  }

  synchronized void residualTest(boolean driven) {
    catchUp();
    board.happen(new BoardEvent.ResidualCurrent(driven));
  }

  // ---- inputs

  synchronized boolean mirror() {
    catchUp();
    return sensors.contactor();
  }

  synchronized boolean moreMirror() {
    catchUp();
    return sensors.contactor() && more;
  }

  synchronized boolean bolt() {
    catchUp();
    return sensors.locked();
  }

  synchronized boolean tripped() {
    catchUp();
    return sensors.tripped();
  }

  synchronized boolean emergency() {
    catchUp();
    return sensors.emergency();
  }

  synchronized boolean grid() {
    catchUp();
    return sensors.grid();
  }

  synchronized boolean earth() {
    catchUp();
    return sensors.earth();
  }

  synchronized boolean supplyGood() {
    catchUp();
    return sensors.supplyGood();
  }

  synchronized double celsius() {
    catchUp();
    return sensors.celsius().orElse(20);
  }

  /** The line at this instant of its period. */
  synchronized double pilotVolts() {
    catchUp();
    sampled += SAMPLE_NANOS;
    noise = noise * 1_103_515_245 + 12_345;
    double ripple = NOISE_VOLTS * (noise >> 16) / 32_768.0;
    boolean square = signal() instanceof PilotSignal.Pwm;
    double share = heldDuty.orElse((double) active / period);
    boolean positive = sampled % period < share * period;
    return ripple + (square && !positive ? sensors.lowVolts() : sensors.highVolts());
  }

  /** The positive or negative peak detector. */
  synchronized double peakVolts(boolean positive) {
    catchUp();
    return positive ? sensors.highVolts() : sensors.lowVolts();
  }

  /** The resistor of the cable, Ω (IEC 61851-1 Table B.2). */
  synchronized double proximityOhms() {
    catchUp();
    return sensors
        .cableAmps()
        .map(
            amps ->
                switch (amps) {
                  case 63 -> 100.0;
                  case 32 -> 220.0;
                  case 20 -> 680.0;
                  default -> 1500.0;
                })
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** The supply goes; contactors open, the vehicle's plug counts as pulled. */
  synchronized void close() {
    if (!closed) {
      closed = true;
      board.safeState();
      vehicle.close();
    }
  }
}
