package energy.ebbflow.hal.serial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * Holds a serial port until it is told to end, and then still needs it for a while. With {@code
 * holds} as its second argument it never closes it, with {@code gives-up} it says so.
 */
final class EndingChild {
  private static final long STOP_MILLIS = 700;
  private static final long HEARD_MILLIS = 1_000;

  private EndingChild() {}

  public static void main(String[] args) throws Exception {
    SerialPortLine line = SerialPortLine.open(args[0], 115_200);
    String way = args.length > 1 ? args[1] : "";
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(line, way), "end"));
    System.out.println("ready");
    System.out.flush();
    new CountDownLatch(1).await();
  }

  private static void end(SerialPortLine line, String way) {
    if (way.equals("gives-up")) {
      PortsInUse.giveUp();
    }
    if (!way.isEmpty()) {
      return;
    }
    try {
      Thread.sleep(STOP_MILLIS);
      line.read();
      line.write("opened".getBytes(StandardCharsets.US_ASCII));
      // The kernel drops what the other end of a pseudo-terminal has not read when it is closed.
      Thread.sleep(HEARD_MILLIS);
    } catch (IOException e) {
      System.out.println(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      line.close();
    }
  }
}
