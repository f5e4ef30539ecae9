package energy.ebbflow.hal.rfid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.serial.Pty;
import energy.ebbflow.hal.serial.SerialPortLine;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The whole reader over a pseudo-terminal of the kernel, unplugged and plugged in elsewhere. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class CardReaderPtyTest {
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

  private final Pn532Model model = new Pn532Model();
  private final BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();

  private Thread emulate(Pty pty, AtomicBoolean over) {
    return Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                while (!over.get()) {
                  byte[] answer = model.step(pty.read(5));
                  if (answer.length > 0) {
                    pty.write(answer);
                  }
                  Thread.sleep(1);
                }
              } catch (IOException | InterruptedException e) {
                readings.add(new Reading.DeviceFault("model", String.valueOf(e.getMessage())));
              }
            });
  }

  @Test
  void aReaderOnASerialPortIsReadUnpluggedAndReadAgain() throws Exception {
    AtomicReference<String> path = new AtomicReference<>();
    AtomicBoolean over = new AtomicBoolean();
    Pty first = Pty.open();
    Thread reading = emulate(first, over);
    path.set(first.path());
    try (CardReader reader =
        new CardReader(() -> SerialPortLine.open(path.get(), CardReader.BAUD), CLOCK)) {
      reader.start(readings::add);
      model.card(new byte[] {4, 1, 2, 3});
      assertEquals(new Reading.Rfid("04010203"), readings.take());

      over.set(true);
      reading.join();
      first.close();
      Reading.DeviceFault gone = (Reading.DeviceFault) readings.take();
      assertEquals(CardPoll.DEVICE, gone.device());
      model.card(new byte[0]);

      AtomicBoolean again = new AtomicBoolean();
      try (Pty second = Pty.open()) {
        path.set(second.path());
        Thread other = emulate(second, again);
        model.card(new byte[] {4, 9, 8, 7, 6, 5, 4});
        Reading next = readings.take();
        while (next instanceof Reading.DeviceFault) {
          next = readings.take();
        }
        assertEquals(new Reading.Rfid("04090807060504"), next);
        again.set(true);
        other.join();
      }
      assertTrue(model.commands() > 4);
    }
  }
}
