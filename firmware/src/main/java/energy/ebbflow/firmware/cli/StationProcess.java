package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.firmware.events.EventLines;
import energy.ebbflow.firmware.loop.StationClock;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.serial.PortsInUse;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the firmware: reads the board file, keeps a station alive, ends it in order. */
final class StationProcess {
  private static final Logger LOG = LoggerFactory.getLogger(StationProcess.class);

  /** Our own: what closing queues, files and ports may take after the outlets have stopped. */
  private static final long CLOSE_SECONDS = 15;

  private final RunOptions options;
  private final AtomicReference<Optional<Station>> current =
      new AtomicReference<>(Optional.empty());
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean ending;

  StationProcess(RunOptions options) {
    this.options = options;
  }

  /** Runs until the end; returns the exit code. */
  int run() throws UsageException {
    StationConfig config = config();
    StationClock clock = new StationClock(options.epochMillis(), options.speed());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> terminate(config), "shutdown"));
    try (DataFolder folder = DataFolder.open(options.data(), standsAlone(config));
        EventLines events = new EventLines(eventStream(), clock::nanos)) {
      folder.lock();
      Station.Outcome outcome = Station.Outcome.ENDED;
      Optional<String> bootReason = Optional.of("PowerUp");
      while (bootReason.isPresent() && !ending) {
        try (Station station = Station.open(options, config, clock, events, bootReason.get())) {
          current.set(Optional.of(station));
          if (ending) {
            station.shutdown("the process is told to end");
          }
          outcome = station.await();
        } finally {
          current.set(Optional.empty());
        }
        bootReason = outcome.bootReason();
      }
      LOG.info("the station has ended: {}", outcome);
      events.offer(events.line("end").with("outcome", outcome.name()));
      return outcome.exitCode();
    } catch (IOException failure) {
      throw new UsageException(
          "--data "
              + options.data()
              + ": expected a folder that can be written; "
              + reason(failure),
          failure);
    } finally {
      ended.countDown();
    }
  }

  /** The system's reasons, in words. */
  static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> denied.getFile() + " may not be written by this user";
      case FileAlreadyExistsException there -> there.getFile() + " is a file";
      case NoSuchFileException missing -> missing.getFile() + " does not exist";
      default -> "the system says: " + failure.getMessage();
    };
  }

  private StationConfig config() throws UsageException {
    try {
      return StationConfig.read(
          options.board(), options.driverOptions(), ServiceLoader.load(BoardDriver.class), false);
    } catch (ConfigException wrong) {
      throw new UsageException(String.join(System.lineSeparator(), wrong.problems()), wrong);
    }
  }

  /** SIGTERM: the outlets stop in order, then everything is closed, for a bounded time. */
  private void terminate(StationConfig config) {
    ending = true;
    current.get().ifPresent(station -> station.shutdown("the process is told to end"));
    long seconds = (long) config.firmware().stopSeconds() + CLOSE_SECONDS;
    try {
      if (!ended.await(seconds, TimeUnit.SECONDS)) {
        LOG.error("the station did not end within {} s; the process ends anyway", seconds);
        current.get().ifPresent(Station::giveUp);
        PortsInUse.giveUp();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean standsAlone(StationConfig config) {
    return config.ocpp().with(options.ocppUrl(), options.identity()).url().isEmpty();
  }

  private Optional<PrintStream> eventStream() throws UsageException {
    if (options.events().isEmpty()) {
      return Optional.empty();
    }
    String target = options.events().get();
    try {
      FileOutputStream out =
          target.equals("-")
              ? new FileOutputStream(FileDescriptor.out)
              : new FileOutputStream(target);
      return Optional.of(
          new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      throw new UsageException(
          "--events expects - or a file that can be written, got: " + e.getMessage(), e);
    }
  }
}
