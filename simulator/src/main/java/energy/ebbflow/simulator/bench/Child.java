package energy.ebbflow.simulator.bench;

import energy.ebbflow.simulator.trace.TraceEvent;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A process of the run. Two threads read what it writes: events go to the inbox, its log to a file.
 * If the inbox is full they wait, and so does the process.
 */
final class Child {
  /** Of the log, so many lines are at hand when it dies. */
  static final int LAST_LINES_MAX = 12;

  /** The kernel needs a moment to end a process, longer on a busy machine. */
  static final long KILL_MILLIS_MAX = 2_000;

  private final String who;
  private final Process process;
  private final BlockingQueue<Notice> inbox;
  private final Path log;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final Thread errors;

  private Child(String who, Process process, BlockingQueue<Notice> inbox, Path log) {
    this.who = who;
    this.process = process;
    this.inbox = inbox;
    this.log = log;
    this.errors = new Thread(this::readErrors, who + "-log");
    Thread events = new Thread(this::readEvents, who + "-events");
    errors.setDaemon(true);
    events.setDaemon(true);
    errors.start();
    events.start();
  }

  static Child start(String who, List<String> command, BlockingQueue<Notice> inbox, Path log)
      throws IOException {
    Process process = new ProcessBuilder(command).start();
    process.getOutputStream().close();
    return new Child(who, process, inbox, log);
  }

  private void readEvents() {
    try {
      try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
        String line = in.readLine();
        while (line != null) {
          Optional<TraceEvent> event = TraceEvent.parse(line);
          inbox.put(
              event.isPresent()
                  ? new Notice.Happened(who, event.get().by(who))
                  : new Notice.Noise(who, line));
          line = in.readLine();
        }
      } catch (IOException e) {
        inbox.put(new Notice.Noise(who, "its output broke off: " + e.getMessage()));
      }
      int code = process.waitFor();
      errors.join();
      inbox.put(new Notice.Exited(who, code));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readErrors() {
    try (BufferedReader in = process.errorReader(StandardCharsets.UTF_8);
        BufferedWriter out = Files.newBufferedWriter(log)) {
      String line = in.readLine();
      while (line != null) {
        out.write(line);
        out.newLine();
        out.flush();
        remember(line);
        line = in.readLine();
      }
    } catch (IOException e) {
      remember("(the log broke off: " + e.getMessage() + ")");
    }
  }

  private void remember(String line) {
    synchronized (lastLines) {
      if (lastLines.size() == LAST_LINES_MAX) {
        lastLines.removeFirst();
      }
      lastLines.addLast(line);
    }
  }

  String who() {
    return who;
  }

  /** The end of its log. */
  List<String> lastLines() {
    synchronized (lastLines) {
      return List.copyOf(lastLines);
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Asks it to end. */
  void stop() {
    // The handle leaves the streams open, so that the last words are heard; the process would not.
    process.toHandle().destroy();
  }

  /**
   * Ends it, and what it started, and waits until they are gone: a process that is being killed may
   * still make files. The wait is bounded by {@link #KILL_MILLIS_MAX}.
   */
  void kill() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    try {
      CompletableFuture.allOf(
              all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
          .get(KILL_MILLIS_MAX, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      remember("(" + who + " is still there " + KILL_MILLIS_MAX + " ms after it was killed)");
    }
  }

  /** Waits for its end. */
  boolean awaitEnd(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }
}
