package energy.ebbflow.simulator.ev.loop;

import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.transport.tls.KeyLog;
import energy.ebbflow.simulator.cable.StationTerminals;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import energy.ebbflow.simulator.ev.body.BodyView;
import energy.ebbflow.simulator.ev.body.VehicleBody;
import energy.ebbflow.simulator.ev.machine.EvMachine;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A vehicle in scaled real time. One thread, the caller of {@link #run}, owns the machine, the body
 * and the cable; the network hands its inputs over in a bounded queue.
 */
public final class Vehicle {
  /** Inputs that may wait; a charger sends one answer per request. */
  static final int INPUTS_MAX = 256;

  /** Real time for which the vehicle looks for the board at the cable's path. */
  static final long CABLE_WAIT_NANOS = 60_000_000_000L;

  /** Virtual time after which a stranded vehicle without a cable leaves: no pilot will wake it. */
  static final long STRANDED_NANOS = 60_000_000_000L;

  private static final long CABLE_RETRY_NANOS = 100_000_000;
  private static final long PASS_VIRTUAL_NANOS = 5_000_000;
  private static final long PASS_REAL_NANOS_MIN = 500_000;
  private static final long SAMPLE_FLOWING_NANOS = 200_000_000;
  private static final long SAMPLE_IDLE_NANOS = 1_000_000_000;
  private static final double FLOWING_AMPS = 0.5;
  private static final double DIRECTION_AMPS = 3;
  private static final long STOP_SECONDS = 3;
  private static final long NEVER = Long.MAX_VALUE;

  /**
   * States in which energy may flow out of the vehicle: of ISO 15118-20, and of -2 by SAE J2847/2.
   */
  private static final Set<String> LOOPS = Set.of("ChargeLoop", "CurrentDemand");

  private static final Logger LOG = LoggerFactory.getLogger(Vehicle.class);

  /**
   * How the vehicle is run.
   *
   * @param cable path of the board's socket; empty: protocol only
   * @param interfaceName for SDP multicast; empty asks {@code ::1}
   * @param sdpPort UDP port of the charger's discovery
   * @param credentials for TLS; empty for plain TCP
   * @param keyLog where the secrets of TLS are written down
   * @param events where event lines go; empty: nowhere
   */
  public record Settings(
      Optional<Path> cable,
      Optional<String> interfaceName,
      int sdpPort,
      Optional<Credentials> credentials,
      KeyLog keyLog,
      Optional<PrintStream> events) {}

  private final EvConfig config;
  private final Settings settings;
  private final BenchTime time;
  private final EvEvents events;
  private final VehicleBody body;
  private final Network network;
  private final BlockingQueue<EvInput> inputs = new ArrayBlockingQueue<>(INPUTS_MAX);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopped;
  private volatile boolean overflowed;
  private volatile @Nullable Thread owner;

  private EvMachine machine;
  private @Nullable Station station;
  private long cableLostNanos;
  private String phase = "";
  private long sampledNanos = Long.MIN_VALUE;
  private long strandedNanos = NEVER;
  private boolean left;
  private boolean abandoned;
  private boolean waiting;

  public Vehicle(EvConfig config, Settings settings, BenchTime time) {
    this.config = config;
    this.settings = settings;
    this.time = time;
    this.events = new EvEvents(settings.events(), time);
    this.body = new VehicleBody(config.body());
    this.machine = EvMachine.initial(config, time.now());
    this.network =
        new Network(
            new Network.Settings(
                settings.interfaceName(),
                NetworkSecurity.of(config.protocols(), settings.credentials(), settings.keyLog()),
                settings.sdpPort()),
            this::offer,
            this::say);
  }

  private void offer(EvInput input) {
    if (!inputs.offer(input)) {
      overflowed = true;
    }
    LockSupport.unpark(owner);
  }

  private void say(String text) {
    LOG.info("{}", text);
  }

  /** Asks the vehicle to leave, and waits for it a little; from any other thread. */
  public void stop() {
    stopped = true;
    LockSupport.unpark(owner);
    try {
      ended.await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Lives through the user's plan.
   *
   * @return whether the user left as planned
   * @throws IOException when no board could be reached for {@link #CABLE_WAIT_NANOS}
   */
  public boolean run() throws IOException {
    owner = Thread.currentThread();
    double socStart = body.view().socPercent();
    events.state(machine.state());
    try {
      cableLostNanos = System.nanoTime();
      while (!stopped && !left && !abandoned) {
        pass();
        long real = time.real(PASS_VIRTUAL_NANOS);
        LockSupport.parkNanos(this, Math.max(PASS_REAL_NANOS_MIN, real));
      }
    } finally {
      network.close();
      unplugForGood();
      changePhase("");
      events.end(
          left ? "left" : abandoned ? "stranded" : "stopped", socStart, body.view().socPercent());
      ended.countDown();
    }
    return left;
  }

  private void pass() throws IOException {
    followCable();
    if (overflowed) {
      overflowed = false;
      step(new EvInput.Undecodable("more than " + INPUTS_MAX + " messages at once"));
    }
    for (int i = 0; i < INPUTS_MAX; i++) {
      EvInput input = inputs.poll();
      if (input == null) {
        break;
      }
      Station open = station;
      if (input instanceof EvInput.Received received && open != null) {
        open.heard(received.message());
        followCable();
      }
      step(input);
    }
    step(new EvInput.Tick());
    sample();
    lookAhead();
  }

  /** On paper nothing can come from the pilot line: a vehicle that is stuck is not waited for. */
  private void lookAhead() {
    if (settings.cable().isPresent() || !machine.stranded()) {
      strandedNanos = NEVER;
      return;
    }
    strandedNanos = Math.min(strandedNanos, time.nanos());
    if (time.nanos() - strandedNanos >= STRANDED_NANOS) {
      abandoned = true;
      String text =
          "nothing has come for "
              + STRANDED_NANOS / 1_000_000_000
              + " s, no step is left and there is no cable: the vehicle leaves";
      events.log(text);
      LOG.warn("{}", text);
    }
  }

  private void followCable() throws IOException {
    Station open = station;
    if (open == null) {
      open = reach();
      if (open == null) {
        return;
      }
    }
    try {
      Optional<StationTerminals> terminals = open.poll();
      if (terminals.isPresent()) {
        open.show(body.exchange(terminals.get()));
      }
    } catch (IOException gone) {
      events.log("cable: " + gone.getMessage());
      LOG.warn("cable: {}", gone.getMessage());
      body.stationGone();
      station = null;
      cableLostNanos = System.nanoTime();
    }
  }

  private @Nullable Station reach() throws IOException {
    if (settings.cable().isEmpty()) {
      station = new PaperStation(time::nanos);
      return station;
    }
    try {
      station = new CableStation(settings.cable().get());
      waiting = false;
      events.log("cable: the board is there");
      return station;
    } catch (IOException nobody) {
      if (System.nanoTime() - cableLostNanos > CABLE_WAIT_NANOS) {
        throw new IOException(
            nobody.getMessage() + "; waited " + CABLE_WAIT_NANOS / 1_000_000_000 + " s", nobody);
      }
      if (!waiting) {
        waiting = true;
        say(
            nobody.getMessage()
                + "; the vehicle waits up to "
                + CABLE_WAIT_NANOS / 1_000_000_000
                + " s for the board");
      }
      LockSupport.parkNanos(this, CABLE_RETRY_NANOS);
      return null;
    }
  }

  private void step(EvInput first) {
    EvMachine.Step step = machine.step(first, body.view(), time.now());
    String before = machine.state();
    machine = step.next();
    if (!machine.state().equals(before)) {
      events.state(machine.state());
    }
    step.effects().forEach(this::carryOut);
    changePhase(phaseNow());
  }

  private void carryOut(EvEffect effect) {
    switch (effect) {
      case EvEffect.Plug plug -> body.plug(plug.in());
      case EvEffect.Ready ready -> body.ready(ready.closed());
      case EvEffect.Contactor contactor -> body.contactor(contactor.close());
      case EvEffect.Allow allow -> body.allow(allow.phase1(), allow.phase2(), allow.phase3());
      case EvEffect.Charge charge -> body.charged(charge.soc());
      case EvEffect.Discover _ -> network.discover();
      case EvEffect.Connect _ -> network.connect();
      case EvEffect.Send send -> network.send(send.request());
      case EvEffect.SendHalf half -> network.sendHalf(half.request());
      case EvEffect.SendBytes bytes -> network.sendBytes(bytes.bytes());
      case EvEffect.ResetLink _ -> network.reset();
      case EvEffect.CloseLink _ -> network.closeLink();
      case EvEffect.Note note -> {
        LOG.info("{}", note.text());
        events.log(note.text());
      }
      case EvEffect.Left _ -> left = true;
    }
  }

  private String phaseNow() {
    String name = machine.phase().timelinePhase();
    if (name.equals("charge")) {
      double amps = body.view().inletAmps() + body.view().phaseAmps();
      boolean idle = Math.abs(amps) <= DIRECTION_AMPS;
      boolean backwards = idle ? phase.equals("discharge") : amps < 0;
      // Before the loop a few amperes equalise the capacitors: that is no direction.
      return backwards && LOOPS.contains(machine.state()) ? "discharge" : "charge";
    }
    return name;
  }

  private void changePhase(String next) {
    if (next.equals(phase)) {
      return;
    }
    if (!phase.isEmpty()) {
      events.phase(phase, false);
    }
    if (!next.isEmpty()) {
      events.phase(next, true);
    }
    phase = next;
  }

  private void sample() {
    BodyView view = body.view();
    boolean flows = Math.abs(view.inletAmps()) + Math.abs(view.phaseAmps()) > FLOWING_AMPS;
    long now = time.nanos();
    long period = flows ? SAMPLE_FLOWING_NANOS : SAMPLE_IDLE_NANOS;
    if (sampledNanos == Long.MIN_VALUE || now - sampledNanos >= period) {
      sampledNanos = now;
      events.sample(view);
    }
  }

  /** The last record on the cable says that the plug is out; then the socket closes. */
  private void unplugForGood() {
    Station open = station;
    station = null;
    if (open == null) {
      return;
    }
    body.plug(false);
    try (open) {
      open.show(VehicleTerminals.UNPLUGGED);
    } catch (IOException gone) {
      LOG.debug("cable: {}", gone.getMessage());
    }
  }
}
