package energy.ebbflow.hal.serial;

import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.config.BoardFile;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.hal.mcu.McuEmulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The whole driver over a pseudo-terminal of the kernel, microcontroller pulled and put back. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class SerialMcuPtyTest {
  private static final BoardClock CLOCK =
      new BoardClock() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public double speed() {
          return 1;
        }
      };

  private final McuEmulator mcu = new McuEmulator();
  private final AtomicBoolean pulled = new AtomicBoolean();
  private final AtomicBoolean over = new AtomicBoolean();
  private final BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();

  private void emulate(Pty pty) {
    try {
      while (!over.get()) {
        byte[] received = pty.read(5);
        if (!pulled.get()) {
          byte[] answer = mcu.step(received, System.nanoTime());
          if (answer.length > 0) {
            pty.write(answer);
          }
        }
      }
    } catch (IOException e) {
      readings.add(new Reading.DeviceFault("emulator", String.valueOf(e.getMessage())));
    }
  }

  private void await(Reading wanted) throws InterruptedException {
    Reading reading = readings.take();
    while (!reading.equals(wanted)) {
      reading = readings.take();
    }
  }

  @Test
  void commandsAndReadingsCrossARealPortAndAPulledPlugIsAFault() throws Exception {
    BoardConfig plain =
        BoardFile.read(ConfigFile.read(Path.of("..", "board-configs", "simulated-ac.toml")).root());
    try (Pty pty = Pty.open()) {
      Thread emulator = Thread.ofPlatform().daemon().start(() -> emulate(pty));
      mcu.vehicleVolts(6);
      BoardConfig config =
          new BoardConfig("pty", "serial-mcu", plain.evses(), Map.of("port", pty.path()));
      Board board = new SerialMcuDriver().open(config, plain.evses().getFirst(), CLOCK);
      try {
        board.start(readings::add);
        board.controlPilot().apply(new PilotSignal.Pwm(26.67));
        await(new Reading.Pilot(new Volts(6), new Volts(-12)));
        board.contactors().close(3);
        await(new Reading.Contactor(true));

        pulled.set(true);
        Reading reading = readings.take();
        while (!(reading instanceof Reading.DeviceFault)) {
          reading = readings.take();
        }
        assertTrue(reading.toString().contains("got nothing for 200 ms"), reading.toString());

        board.contactors().open();
        pulled.set(false);
        await(new Reading.Contactor(false));
      } finally {
        board.close();
        over.set(true);
        emulator.join();
      }
    }
  }
}
