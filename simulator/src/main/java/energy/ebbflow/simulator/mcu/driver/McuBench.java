package energy.ebbflow.simulator.mcu.driver;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.simulator.board.BoardEvent;
import energy.ebbflow.simulator.board.Sensors;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
import energy.ebbflow.simulator.cable.VehicleSide;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import energy.ebbflow.simulator.mcu.SafetyMcu;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Microcontroller, its hardware, its line and the vehicle on the cable, in one thread. Time stands
 * still for them while the process is kept from running, so that a busy machine does not look like
 * a dead controller.
 */
final class McuBench implements Runnable {
  /** Events that may wait; people are slower. */
  private static final int EVENTS_MAX = 64;

  /** Most ticks of {@link VirtualBoard#TICK_NANOS} made up for after a pause of the process. */
  private static final int CATCH_UP_TICKS_MAX = 4;

  /** How long one look at the line may wait. */
  private static final int READ_MILLIS = 2;

  private static final double NANOS_PER_SECOND = 1e9;

  private final Line line;
  private final VehicleSide vehicle;
  private final AtomicReference<Optional<Reading.Meter>> measured;
  private final Consumer<String> say;
  private final McuScript script;
  private final Sensors sensors = new Sensors();
  private final VirtualBoard board;
  private final BlockingQueue<McuEvent> events = new ArrayBlockingQueue<>(EVENTS_MAX);
  private SafetyMcu mcu = new SafetyMcu();
  private boolean hangs;
  private boolean over;
  private int place;
  private @Nullable PilotSignal pilot;
  private int phases = -1;
  private String told = "";

  /**
   * A microcontroller without supply; {@link #run} gives it some.
   *
   * @param measured takes what the meter counts
   * @param say takes one line for people whenever something visible changes
   */
  McuBench(
      VirtualBoardSpec spec,
      McuScript script,
      Line line,
      VehicleSide vehicle,
      AtomicReference<Optional<Reading.Meter>> measured,
      Consumer<String> say) {
    this.script = script;
    this.line = line;
    this.vehicle = vehicle;
    this.measured = measured;
    this.say = say;
    this.board = new VirtualBoard(spec, sensors);
  }

  /** Lets something happen soon; from any thread. */
  void happen(McuEvent event) {
    if (!events.offer(event)) {
      say.accept("more than " + EVENTS_MAX + " events wait; " + event + " is left out");
    }
  }

  @Override
  public void run() {
    long origin = System.nanoTime();
    VehicleTerminals shown = VehicleTerminals.UNPLUGGED;
    try {
      while (!over) {
        byte[] received = line.read(READ_MILLIS);
        takeEvents();
        long due = (System.nanoTime() - origin - board.nanos()) / VirtualBoard.TICK_NANOS;
        if (due > CATCH_UP_TICKS_MAX) {
          origin += (due - CATCH_UP_TICKS_MAX) * VirtualBoard.TICK_NANOS;
          due = CATCH_UP_TICKS_MAX;
        }
        think(received);
        for (long i = 0; i < due; i++) {
          shown = vehicle.exchange(board.tick(shown));
          think(new byte[0]);
        }
        measured.set(sensors.meter());
        if (due == 0) {
          Thread.sleep(1);
        }
      }
    } catch (IOException broken) {
      say.accept("the line broke: " + broken.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      vehicle.close();
    }
  }

  private void think(byte[] received) throws IOException {
    if (hangs) {
      return;
    }
    line.write(mcu.step(received, sensors, board.nanos()));
    SafetyMcu.Drive drive = mcu.drive(board.nanos());
    if (!drive.pilot().equals(pilot)) {
      pilot = drive.pilot();
      board.apply(drive.pilot());
    }
    if (drive.phases() != phases) {
      phases = drive.phases();
      if (phases > 0) {
        board.closeContactors(phases);
      } else {
        board.openContactors();
      }
    }
    board.lock(drive.locked());
    if (mcu.testWanted()) {
      board.testResidualCurrent();
    }
    tell();
  }

  private void tell() {
    String now =
        String.format(
            Locale.ROOT,
            "pilot %s, vehicle at %.0f V, contactors %s, plug %s",
            word(pilot),
            sensors.highVolts(),
            sensors.contactor() ? "closed" : "open",
            sensors.locked() ? "locked" : "free");
    if (!now.equals(told)) {
      told = now;
      say.accept(String.format(Locale.ROOT, "%8.3f s  %s", seconds(), now));
    }
  }

  private static String word(@Nullable PilotSignal signal) {
    return switch (signal) {
      case null -> "off";
      case PilotSignal.Steady() -> "+12 V";
      case PilotSignal.Pwm(double percent) -> String.format(Locale.ROOT, "%.2f %%", percent);
      case PilotSignal.Zero() -> "0 V";
      case PilotSignal.Negative() -> "-12 V";
    };
  }

  private double seconds() {
    return board.nanos() / NANOS_PER_SECOND;
  }

  // ---- events

  private void takeEvents() throws IOException {
    while (place < script.steps().size() && script.steps().get(place).seconds() <= seconds()) {
      carryOut(script.steps().get(place).event());
      place++;
    }
    for (McuEvent event = events.poll(); event != null; event = events.poll()) {
      carryOut(event);
    }
  }

  private void carryOut(McuEvent event) throws IOException {
    say.accept(String.format(Locale.ROOT, "%8.3f s  %s", seconds(), words(event)));
    switch (event) {
      case McuEvent.Line(boolean connected) -> {
        if (connected) {
          line.connect();
        } else {
          line.disconnect();
        }
      }
      case McuEvent.Hang(boolean now) -> hangs = now;
      case McuEvent.Reset() -> mcu = new SafetyMcu();
      case McuEvent.Noise(double percent) -> line.noise(percent);
      case McuEvent.Quit() -> over = true;
      case McuEvent.Board(BoardEvent outside) -> board.happen(outside);
    }
  }

  private static String words(McuEvent event) {
    return switch (event) {
      case McuEvent.Line(boolean connected) ->
          connected ? "the serial line is plugged in" : "the serial line is unplugged";
      case McuEvent.Hang(boolean hangs) ->
          hangs ? "the microcontroller hangs" : "the microcontroller goes on";
      case McuEvent.Reset() -> "the microcontroller starts anew";
      case McuEvent.Noise(double percent) -> "noise on " + percent + " % of the bytes";
      case McuEvent.Quit() -> "end";
      case McuEvent.Board(BoardEvent outside) -> "board: " + outside;
    };
  }
}
