package energy.ebbflow.firmware.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.firmware.config.EnergySection;
import energy.ebbflow.firmware.evse.Evse;
import energy.ebbflow.firmware.evse.EvseEffect;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.EvseSettings;
import energy.ebbflow.firmware.evse.Moment;
import energy.ebbflow.firmware.evse.Observation;
import energy.ebbflow.firmware.evse.VehicleSession;
import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.firmware.supervisor.SupervisorConfig;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.ConnectorLock;
import energy.ebbflow.hal.Contactors;
import energy.ebbflow.hal.ControlPilot;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.Indicator;
import energy.ebbflow.hal.IsolationMonitor;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.hal.RawEthernet;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.ResidualCurrent;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.Watchdog;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.iso15118.secc.SeccInput;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EvseLoopTest {
  private final RecordingBoard board = new RecordingBoard();
  private final List<EvseEffect> records = new CopyOnWriteArrayList<>();
  private final CountDownLatch faultSeen = new CountDownLatch(1);
  private final CountDownLatch broken = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch fed = new CountDownLatch(20);

  @Test
  void theWatchdogIsFedInEveryPassWithoutAnyInput() throws InterruptedException {
    try (EvseLoop loop = loop(Optional.empty())) {
      loop.start();
      assertTrue(fed.await(10, TimeUnit.SECONDS));
    }
  }

  /** Nothing is dropped silently: the queue that was full is named, the fault opens everything. */
  @Test
  void anOverflowBecomesAFault() throws InterruptedException {
    try (EvseLoop loop = loop(Optional.empty())) {
      boolean taken = true;
      for (int i = 0; i <= EvseLoop.READINGS_MAX && taken; i++) {
        taken = loop.offer(new Reading.Temperature(20));
      }
      assertFalse(taken, "the queue is bounded");
      loop.start();
      assertTrue(faultSeen.await(10, TimeUnit.SECONDS));
    }
    assertTrue(
        records.stream()
            .anyMatch(
                effect ->
                    effect instanceof EvseEffect.Observe(Observation.Fault fault)
                        && fault.code().equals("ebbflow.QueueOverflow")
                        && fault.text().contains("readings")));
  }

  /** A defect of ours: contactors open first, then it is said. */
  @Test
  void aBrokenMachineIsMadeSafe() throws InterruptedException {
    VehicleSession.Factory defect =
        (freshId, previous, without) -> {
          throw new IllegalStateException("a defect");
        };
    try (EvseLoop loop = loop(Optional.of(defect))) {
      loop.start();
      plug(loop);
      loop.offer(
          new EvseInput.Connected(1, new SeccInput.LinkUp(false, false), Octets.of(new byte[8])));
      assertTrue(broken.await(10, TimeUnit.SECONDS));
      assertEquals(List.of("contactors open", "converter off", "pilot negative"), tail(3));
    }
  }

  @Test
  void aShutdownWithoutAVehicleEndsAtOnce() throws InterruptedException {
    try (EvseLoop loop = loop(Optional.empty())) {
      loop.start();
      loop.offer(new EvseInput.Shutdown("test"));
      assertTrue(stopped.await(10, TimeUnit.SECONDS));
    }
    assertTrue(board.orders.contains("contactors open"));
  }

  private List<String> tail(int count) {
    return board.orders.subList(board.orders.size() - count, board.orders.size());
  }

  /** The vehicle's level for longer than the debounce of 250 ms, as a driver would send it. */
  private void plug(EvseLoop loop) throws InterruptedException {
    CountDownLatch pwm = board.pwmSeen;
    while (!pwm.await(5, TimeUnit.MILLISECONDS)) {
      loop.offer(new Reading.Pilot(new Volts(9), new Volts(9)));
    }
  }

  private EvseLoop loop(Optional<VehicleSession.Factory> sessions) {
    VehicleSession.Factory silent =
        (freshId, previous, without) -> (input, view, now) -> unexpected();
    EffectRunner runner = new EffectRunner(board, new Outside());
    return new EvseLoop(
        "test",
        Evse.initial(settings(sessions.orElse(silent))),
        new StationClock(OptionalLong.empty(), 1),
        runner,
        board::start,
        fed::countDown,
        failure -> broken.countDown());
  }

  private static VehicleSession.Step unexpected() {
    throw new IllegalStateException("no vehicle is expected in this test");
  }

  private static EvseSettings settings(VehicleSession.Factory sessions) {
    EvseConfig.Outlet.Limits limits =
        new EvseConfig.Outlet.Limits(Amps.ZERO, new Amps(60), Watts.ZERO, new Watts(20_000));
    EvseConfig evse =
        new EvseConfig(
            1,
            "DE*EBB*E0001*1",
            EvseConfig.Connector.CCS2,
            new EvseConfig.Cable.Tethered(new Amps(80)),
            3,
            new Volts(230),
            new Amps(40),
            new Amps(80),
            false,
            true,
            new EvseConfig.Outlet.Dc(new Volts(150), new Volts(500), limits, Optional.of(limits)));
    return new EvseSettings(
        evse,
        new PathChoice(true, false, PathChoice.LINK_NANOS),
        SupervisorConfig.of(true, 500, 60, 80),
        new EnergySection(EnergySection.Unmanaged.CHARGE, EnergySection.Discharge.NOBODY, 20, 6),
        sessions,
        Optional.empty(),
        60_000_000_000L,
        15_000_000_000L,
        60_000_000_000L,
        "test");
  }

  /** Everything that is no device, remembered. */
  private final class Outside implements EffectRunner.Outside {
    @Override
    public void toVehicle(EvseEffect effect) {}

    @Override
    public boolean toRecords(EvseEffect effect, Moment at) {
      records.add(effect);
      if (effect instanceof EvseEffect.Observe(Observation.Fault fault)) {
        faultSeen.countDown();
      }
      return true;
    }

    @Override
    public void toProcess(EvseEffect effect) {
      if (effect instanceof EvseEffect.Stopped) {
        stopped.countDown();
      }
    }
  }

  /** A board that writes down what it is told. */
  private static final class RecordingBoard implements Board {
    final List<String> orders = new CopyOnWriteArrayList<>();
    final CountDownLatch pwmSeen = new CountDownLatch(1);

    @Override
    public void start(ReadingSink sink) {}

    @Override
    public ControlPilot controlPilot() {
      return signal -> {
        switch (signal) {
          case PilotSignal.Steady steady -> orders.add("pilot steady");
          case PilotSignal.Pwm pwm -> {
            orders.add("pilot pwm");
            pwmSeen.countDown();
          }
          case PilotSignal.Zero zero -> orders.add("pilot zero");
          case PilotSignal.Negative negative -> orders.add("pilot negative");
        }
      };
    }

    @Override
    public Contactors contactors() {
      return new Contactors() {
        @Override
        public void close(int phases) {
          orders.add("contactors close");
        }

        @Override
        public void open() {
          orders.add("contactors open");
        }
      };
    }

    @Override
    public Optional<PowerConverter> powerConverter() {
      return Optional.of(
          command ->
              orders.add(
                  command instanceof PowerConverter.Command.Off
                      ? "converter off"
                      : "converter on"));
    }

    @Override
    public Optional<ConnectorLock> connectorLock() {
      return Optional.empty();
    }

    @Override
    public Optional<ResidualCurrent> residualCurrent() {
      return Optional.empty();
    }

    @Override
    public Optional<IsolationMonitor> isolationMonitor() {
      return Optional.empty();
    }

    @Override
    public Optional<Indicator> indicator() {
      return Optional.empty();
    }

    @Override
    public Optional<Watchdog> watchdog() {
      return Optional.empty();
    }

    @Override
    public Optional<RawEthernet> rawEthernet() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
