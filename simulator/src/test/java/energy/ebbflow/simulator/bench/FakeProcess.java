package energy.ebbflow.simulator.bench;

import java.util.concurrent.CountDownLatch;

/**
 * Stands in for a process of the run: writes its share of {@link SampleRun} at once. The vehicle
 * then ends, the others wait to be ended.
 */
public final class FakeProcess {
  private FakeProcess() {}

  /** Arguments: who, and how it behaves ({@code good} or {@code dies}). */
  public static void main(String[] args) throws InterruptedException {
    String who = args[0];
    System.err.println(who + " starts");
    if (args[1].equals("dies")) {
      System.err.println("expected a board, came a toaster; giving up");
      System.exit(7);
    }
    SampleRun.lines().stream()
        .filter(line -> line.contains("\"who\":\"" + who + "\""))
        .forEach(System.out::println);
    System.out.flush();
    if (who.equals("ev")) {
      return;
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  System.out.printf("{\"t\":99.0,\"who\":\"%s\",\"kind\":\"end\"}%n", who);
                  System.out.flush();
                }));
    new CountDownLatch(1).await();
  }
}
