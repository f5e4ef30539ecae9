package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.simulator.bench.ParentWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The firmware in a process of its own, and what the kernel knows about that process. */
final class StationUnderTest implements AutoCloseable {
  /** Clock ticks a second in {@code /proc}: fixed by the interface of Linux. */
  private static final double TICKS_PER_SECOND = 100;

  /** Fields of {@code /proc/PID/stat} behind the name: user and system time. */
  private static final int UTIME = 11;

  private static final int STIME = 12;
  private static final long STOP_SECONDS = 60;
  private static final String VEHICLE_FOUND = " is connected";
  private static final long VEHICLE_NANOS_MAX = 20_000_000_000L;
  private static final long LOG_EVERY_MILLIS = 20;

  private final Process process;
  private final long startedNanos;
  private final Path log;

  private StationUnderTest(Process process, long startedNanos, Path log) {
    this.process = process;
    this.startedNanos = startedNanos;
    this.log = log;
  }

  /**
   * Starts the firmware on {@code ::1} with a simulated board and a passive vehicle on it.
   *
   * @param program the command line up to and with {@code run}
   * @param more options of {@code run}
   * @param folder for data and log
   */
  static StationUnderTest start(List<String> program, List<String> more, Path folder)
      throws IOException {
    List<String> command = new ArrayList<>(program);
    command.add(command.size() - 2, ParentWatch.option());
    command.addAll(List.of("--loopback", "--data", folder.resolve("data").toString()));
    for (String option :
        List.of(
            "vehicle=builtin",
            "plug_after_seconds=0",
            "ready_after_seconds=0.1",
            "unplug_after_seconds=60")) {
      command.addAll(List.of("--option", option));
    }
    command.addAll(more);
    Path log = folder.resolve("run.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    long started = System.nanoTime();
    return new StationUnderTest(builder.start(), started, log);
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Time since the process was started, ns. */
  long ageNanos() {
    return System.nanoTime() - startedNanos;
  }

  /** Memory that is resident, bytes: what {@code /proc/PID/status} calls {@code VmRSS}. */
  long residentBytes() throws IOException {
    for (String line : Files.readAllLines(proc("status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException(proc("status") + " has no VmRSS");
  }

  /** Processor time of all its threads, user and system, s. */
  double processorSeconds() throws IOException {
    String stat = Files.readString(proc("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) / TICKS_PER_SECOND;
  }

  /** Processor time of each of its threads by name, user and system, s. */
  Map<String, Double> threadSeconds() throws IOException {
    Map<String, Double> seconds = new HashMap<>();
    try (Stream<Path> tasks = Files.list(proc("task"))) {
      for (Path task : tasks.toList()) {
        try {
          String stat = Files.readString(task.resolve("stat"));
          String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
          String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
          double spent =
              (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) / TICKS_PER_SECOND;
          seconds.merge(name, spent, Double::sum);
        } catch (NoSuchFileException ended) {
          // A thread that ended meanwhile has no time of its own any more.
          continue;
        }
      }
    }
    return seconds;
  }

  private Path proc(String file) {
    return Path.of("/proc", String.valueOf(process.pid()), file);
  }

  /**
   * Waits until its outlet has found its vehicle: what connects before is no vehicle to it. Its log
   * is read, which costs it nothing.
   */
  void awaitVehicle() throws IOException {
    long giveUp = System.nanoTime() + VEHICLE_NANOS_MAX;
    while (System.nanoTime() - giveUp < 0 && alive()) {
      if (Files.readString(log).contains(VEHICLE_FOUND)) {
        return;
      }
      Pause.millis(LOG_EVERY_MILLIS);
    }
    throw new IOException("the outlet has not found its vehicle");
  }

  /** The end of its log, for the case that it failed. */
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.isEmpty() ? "it wrote nothing" : lines.getLast();
    } catch (IOException unreadable) {
      return "its log cannot be read: " + unreadable.getMessage();
    }
  }

  /** Asks it to end, and ends it if it does not. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
