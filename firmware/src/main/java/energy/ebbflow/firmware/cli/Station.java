package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.backoffice.CommandRouter;
import energy.ebbflow.firmware.backoffice.EnergyManager;
import energy.ebbflow.firmware.backoffice.PriorityDesk;
import energy.ebbflow.firmware.circuit.CircuitDesk;
import energy.ebbflow.firmware.circuit.Claim;
import energy.ebbflow.firmware.config.CircuitSection;
import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.firmware.events.EventLines;
import energy.ebbflow.firmware.evse.Evse;
import energy.ebbflow.firmware.evse.EvseEffect;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.EvseSettings;
import energy.ebbflow.firmware.evse.Moment;
import energy.ebbflow.firmware.evse.Observation;
import energy.ebbflow.firmware.journal.JournalKeeper;
import energy.ebbflow.firmware.loop.EffectRunner;
import energy.ebbflow.firmware.loop.EvseLoop;
import energy.ebbflow.firmware.loop.Recorder;
import energy.ebbflow.firmware.loop.StationClock;
import energy.ebbflow.firmware.vehicle.VehicleDoor;
import energy.ebbflow.firmware.vehicles.FleetFile;
import energy.ebbflow.firmware.vehicles.Identity;
import energy.ebbflow.firmware.vehicles.KnownVehicle;
import energy.ebbflow.firmware.vehicles.LocalSocket;
import energy.ebbflow.firmware.vehicles.VehicleCommands;
import energy.ebbflow.firmware.vehicles.VehicleDesk;
import energy.ebbflow.firmware.vehicles.VehicleMemory;
import energy.ebbflow.firmware.warmup.SessionWarmUp;
import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.Watchdog;
import energy.ebbflow.iec61851.tolerance.PauseTolerance;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A station that runs: everything that is wired together, and its end. */
final class Station implements AutoCloseable {
  /** How a station ended. */
  enum Outcome {
    /** It was told to. */
    ENDED(0),
    /** It is to start again. */
    RESTART(0),
    /** The same, after it waited for transactions to end. */
    SCHEDULED_RESTART(0),
    /** A defect of ours; the service manager starts the process again. */
    DEFECT(70);

    private final int exitCode;

    Outcome(int exitCode) {
      this.exitCode = exitCode;
    }

    int exitCode() {
      return exitCode;
    }

    /** Why it starts again, as OCPP's BootReasonEnumType; absent where it does not. */
    Optional<String> bootReason() {
      return switch (this) {
        case RESTART -> Optional.of("RemoteReset");
        case SCHEDULED_RESTART -> Optional.of("ScheduledReset");
        case ENDED, DEFECT -> Optional.empty();
      };
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Station.class);
  private static final int PREFIX_BYTES = 10;

  private final Path folder;
  private final StationConfig config;
  private final StationClock clock;
  private final EventLines events;
  private final Map<Integer, EvseLoop> loops = new LinkedHashMap<>();
  private final Map<Integer, Board> boards = new LinkedHashMap<>();
  private final Map<Integer, VehicleDoor> doors = new LinkedHashMap<>();
  private final Deque<AutoCloseable> closing = new ArrayDeque<>();
  private final Ends ends = new Ends();
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final SecureRandom random = new SecureRandom();
  private final Recorder recorder;
  private final CommandRouter router;
  private final VehicleDesk vehicles;
  private final Optional<CircuitDesk> circuit;

  private Station(
      RunOptions options,
      StationConfig config,
      StationClock clock,
      EventLines events,
      String bootReason)
      throws UsageException {
    this.folder = options.data();
    this.config = config;
    this.clock = clock;
    this.events = events;
    try {
      BackOfficeDoor backOffice =
          closeLater(BackOfficeDoor.open(options, config, clock, events, bootReason));
      JournalKeeper journal =
          closeLater(JournalKeeper.open(folder.resolve("journal.db"), LOG::error));
      Map<Integer, Predicate<EvseInput>> outlets = new LinkedHashMap<>();
      RecordWriter writer = new RecordWriter(backOffice, journal, this::everyLoop);
      this.recorder = new Recorder("records", writer, this::everyLoop);
      VehicleLinkDoor link = new VehicleLinkDoor(options, config, events);
      link.office(backOffice.ocpp());
      backOffice.watch(link.chains());
      String prefix = transactionPrefix();
      for (EvseConfig evse : config.board().evses()) {
        Settings settings =
            new Settings(config, evse, link.usable(evse), backOffice.present(), clock.speed());
        // Each outlet counts its transactions by itself.
        addOutlet(evse, settings.evse(prefix + "-" + evse.id()), settings, outlets);
      }
      this.vehicles = memory(options);
      this.circuit = circuit();
      PriorityDesk priorities =
          new PriorityDesk(config.board().evses().size(), backOffice.office()::report);
      this.router =
          new CommandRouter(
              outlets,
              backOffice.office()::report,
              asked -> askMemory(asked, backOffice.office()::report),
              circuit.map(desk -> limit -> desk.limit(stationAmps(limit))),
              priorities);
      writer.route(router);
      Optional<EnergyManager> manager =
          EnergyManagerDoor.open(options, config, clock, backOffice, router);
      writer.manager(manager);
      manager.ifPresent(closing::push);
      recorder.start();
      closing.push(recorder);
      vehicles.start();
      closing.push(vehicles);
      LocalSocket.open(folder, vehicles, priorities::ask).ifPresent(closing::push);
      // Queues take what comes before the loops run; the link must run before anything is told.
      backOffice.office().start(router);
      manager.ifPresent(EnergyManager::start);
      loops.values().forEach(EvseLoop::start);
      SessionWarmUp warmUp = closeLater(warmUp());
      link.connected(warmUp::stop);
      link.open(doors, closing::push);
      warmUp.start();
    } catch (UsageException | RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /** Opens everything and starts; on failure nothing stays open. */
  static Station open(
      RunOptions options,
      StationConfig config,
      StationClock clock,
      EventLines events,
      String bootReason)
      throws UsageException {
    return new Station(options, config, clock, events, bootReason);
  }

  /** Waits for the end. */
  Outcome await() {
    try {
      return outcome.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.ENDED;
    } catch (ExecutionException e) {
      LOG.error("the station failed", e.getCause());
      return Outcome.DEFECT;
    }
  }

  /** Stops all outlets in order. Thread-safe. */
  void shutdown(String reason) {
    LOG.info("stopping in order: {}", reason);
    everyLoop(new EvseInput.Shutdown(reason));
  }

  /** Our own: an outlet's thread is waited for 2 s, what its board says last takes 0.3 s. */
  private static final long GIVE_UP_MILLIS = 3_000;

  /**
   * The end did not come in time: whatever is waited for, each outlet opens its contactors and lets
   * go of its board, in this order and for a bounded time. Thread-safe.
   */
  void giveUp() {
    List<Thread> last = new ArrayList<>();
    loops.forEach(
        (evse, loop) -> {
          Thread thread =
              new Thread(
                  () -> {
                    loop.close();
                    Optional.ofNullable(boards.get(evse)).ifPresent(Board::close);
                  },
                  "give-up-" + evse);
          thread.setDaemon(true);
          thread.start();
          last.add(thread);
        });
    try {
      for (Thread thread : last) {
        thread.join(GIVE_UP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void everyLoop(EvseInput input) {
    loops.values().forEach(loop -> loop.offer(input));
  }

  private void addOutlet(
      EvseConfig evse,
      EvseSettings settings,
      Settings timing,
      Map<Integer, Predicate<EvseInput>> outlets)
      throws UsageException {
    Board board = closeLater(board(config.board(), evse));
    boards.put(evse.id(), board);
    EvseLoop[] made = new EvseLoop[1];
    VehicleDoor door =
        new VehicleDoor(random, input -> made[0].offer(input), () -> made[0].expect());
    doors.put(evse.id(), door);
    EvseLoop loop =
        new EvseLoop(
            "evse-" + evse.id(),
            Evse.initial(settings, timing.pilot()),
            clock,
            new EffectRunner(board, new Outside(evse.id(), door)),
            board::start,
            board.watchdog().<Runnable>map(watchdog -> feeding(watchdog)).orElse(() -> {}),
            failure -> outcome.complete(Outcome.DEFECT));
    made[0] = loop;
    loops.put(evse.id(), loop);
    outlets.put(evse.id(), loop::offer);
    closing.push(loop);
  }

  /** A limit of the whole station, per phase; without one, as much as the circuit carries. */
  private double stationAmps(Optional<Quantity> limit) {
    EvseConfig first = config.board().evses().getFirst();
    double wattsPerAmp = first.phases() * first.nominalVolts().value();
    return limit
        .map(
            given ->
                switch (given.unit()) {
                  case AMPERE -> given.value();
                  case WATT -> given.value() / wattsPerAmp;
                })
        .orElse(Double.MAX_VALUE);
  }

  /** The circuit that the outlets share, where they do. */
  private Optional<CircuitDesk> circuit() {
    CircuitSection section = config.basic().circuit();
    return section
        .ampsMax()
        .map(
            amps ->
                new CircuitDesk(
                    amps,
                    section.turnSeconds() * 1_000_000_000L,
                    (evse, grant) -> {
                      EvseLoop loop = loops.get(evse);
                      if (loop != null) {
                        loop.offer(new EvseInput.Granted(grant));
                      }
                    }));
  }

  /** For the kinds of outlets whose vehicles may speak by messages. */
  private SessionWarmUp warmUp() {
    boolean dc = false;
    boolean ac = false;
    if (config.iso15118().enabled()) {
      for (EvseConfig evse : config.board().evses()) {
        boolean digital = config.outlet(evse.id()).digital();
        dc |= digital && evse.outlet() instanceof EvseConfig.Outlet.Dc;
        ac |= digital && evse.outlet() instanceof EvseConfig.Outlet.Ac;
      }
    }
    return new SessionWarmUp(dc, ac);
  }

  /** The memory of vehicles, and what a fleet file says of them. */
  private VehicleDesk memory(RunOptions options) throws UsageException {
    List<FleetFile.Entry> fleet = Fleet.read(config, options.board());
    return new VehicleDesk(
        () -> {
          VehicleMemory memory = VehicleMemory.open(folder, random, LOG::warn);
          memory.preset(fleet, clock.now().wall());
          return memory;
        },
        new VehicleDesk.Outlets() {
          @Override
          public void remembered(int evse, long visit, KnownVehicle vehicle) {
            EvseLoop loop = loops.get(evse);
            if (loop != null) {
              loop.offer(new EvseInput.Remembered(Optional.of(visit), vehicle));
            }
          }

          @Override
          public void changed(KnownVehicle vehicle) {
            everyLoop(new EvseInput.Remembered(Optional.empty(), vehicle));
          }
        },
        () -> clock.now().wall());
  }

  private void askMemory(BackOfficeCommand.Vehicles asked, Consumer<StationEvent> report) {
    VehicleCommands.Action.named(asked.action())
        .ifPresentOrElse(
            action ->
                vehicles.command(
                    action,
                    asked.request(),
                    answer ->
                        report.accept(
                            new StationEvent.CommandResult(
                                asked.command(), answer.accepted(), answer.json()))),
            () ->
                report.accept(
                    new StationEvent.CommandResult(asked.command(), false, "no such action")));
  }

  private static Runnable feeding(Watchdog watchdog) {
    return watchdog::feed;
  }

  private Board board(BoardConfig board, EvseConfig evse) throws UsageException {
    List<String> known = new ArrayList<>();
    for (BoardDriver driver : ServiceLoader.load(BoardDriver.class)) {
      known.add(driver.name());
      if (driver.name().equals(board.driver())) {
        try {
          return driver.open(board, evse, clock, folder);
        } catch (BoardException refused) {
          throw new UsageException(String.valueOf(refused.getMessage()), refused);
        }
      }
    }
    throw new UsageException(
        "key `driver`: expected a driver on the class path ("
            + (known.isEmpty() ? "there is none" : String.join(", ", known))
            + "), got \""
            + board.driver()
            + "\"");
  }

  /** Unique for ever: random for each start of the station. */
  private String transactionPrefix() {
    byte[] bytes = new byte[PREFIX_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private <T extends AutoCloseable> T closeLater(T resource) {
    closing.push(resource);
    return resource;
  }

  /** Closes in the reverse order of opening; one failure does not keep the rest open. */
  @Override
  public void close() {
    while (!closing.isEmpty()) {
      AutoCloseable resource = closing.pop();
      try {
        resource.close();
      } catch (Exception failure) {
        LOG.warn("closing {}: {}", resource.getClass().getSimpleName(), failure.getMessage());
      }
    }
  }

  /** The hands of one outlet that reach beyond its board. */
  private final class Outside implements EffectRunner.Outside {
    private final int evse;
    private final VehicleDoor door;

    Outside(int evse, VehicleDoor door) {
      this.evse = evse;
      this.door = door;
    }

    @Override
    public void toVehicle(EvseEffect effect) {
      door.carryOut(effect);
    }

    @Override
    public boolean toRecords(EvseEffect effect, Moment at) {
      if (effect instanceof EvseEffect.Observe(Observation observation)) {
        ObservationLog.show(evse, observation, at, events);
        if (observation instanceof Observation.Sample) {
          return true;
        }
      }
      if (effect instanceof EvseEffect.Tell(StationEvent event)) {
        router.heard(event);
      }
      if (effect instanceof EvseEffect.Recall(long visit, List<Identity> shown)) {
        vehicles.recall(evse, visit, shown);
        return true;
      }
      if (effect instanceof EvseEffect.Learn(VehicleKey key, PauseTolerance tolerance)) {
        vehicles.learn(key, tolerance);
        return true;
      }
      if (effect instanceof EvseEffect.Share(Claim claim)) {
        circuit.ifPresent(desk -> desk.claim(claim, at.nanos()));
        return true;
      }
      return recorder.offer(evse, effect, at);
    }

    @Override
    public void toProcess(EvseEffect effect) {
      ends.hear(evse, effect, loops.keySet()).ifPresent(outcome::complete);
    }
  }
}
