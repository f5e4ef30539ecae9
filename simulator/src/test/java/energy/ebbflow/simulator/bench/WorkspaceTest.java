package energy.ebbflow.simulator.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing of a run stays behind, whatever its processes do while it is being cleared away. */
@Timeout(60)
class WorkspaceTest {
  private static final int FILES = 3_000;

  @Test
  void filesThatVanishMeanwhileDoNotStopTheClearing() throws IOException, InterruptedException {
    Workspace workspace = Workspace.make(false);
    Path data = Files.createDirectories(workspace.data());
    for (int i = 0; i < FILES; i++) {
      Files.createFile(data.resolve("f" + i));
    }
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    CountDownLatch both = new CountDownLatch(2);
    Runnable clearing =
        () -> {
          both.countDown();
          try {
            both.await();
            workspace.close();
          } catch (InterruptedException | RuntimeException e) {
            failure.set(e);
          }
        };
    Thread one = new Thread(clearing);
    Thread other = new Thread(clearing);
    one.start();
    other.start();
    one.join();
    other.join();
    assertNull(failure.get());
    assertFalse(Files.exists(workspace.folder()));
  }

  @Test
  void aKilledProcessIsGoneWhenKillReturns() throws IOException {
    try (Workspace workspace = Workspace.make(false)) {
      Child child =
          Child.start(
              "csms",
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  FakeProcess.class.getName(),
                  "csms",
                  "good"),
              new LinkedBlockingQueue<>(),
              workspace.log("csms"));
      assertTrue(child.alive());
      child.kill();
      assertFalse(child.alive());
    }
  }
}
