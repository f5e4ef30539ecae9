package energy.ebbflow.hal.yeti;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.WattHours;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.hal.mcu.FrameSplitter;
import energy.ebbflow.hal.mcu.McuMessage.Outputs;
import energy.ebbflow.hal.mcu.McuMessage.PilotMode;
import energy.ebbflow.hal.mcu.SafetyLink;
import energy.ebbflow.hal.yeti.YetiMessage.PilotState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The controller's side of the line to a Yeti board.
 *
 * <p>Resets the board, keeps it alive, repeats its orders because nothing on this line is
 * acknowledged, and turns what it says into readings. The board tells states and no voltages; the
 * pilot's levels in readings are the nominal ones of IEC 61851-1 Table A.2 for its state. Silence,
 * a restart, a firmware that speaks other messages, and errors are {@link Reading.DeviceFault}s,
 * repeated while they last.
 *
 * <p>Immutable: a step works on a copy. Owner: the thread of the serial port.
 */
public final class YetiLink implements SafetyLink {
  /** Name of the device in fault readings. */
  public static final String DEVICE = "Yeti board";

  /** The board's documentation: once a second. */
  static final long KEEP_ALIVE_NANOS = 1_000_000_000;

  /** Our own: nothing is acknowledged, so a lost order is repaired by the next one. */
  static final long REPEAT_NANOS = 500_000_000;

  /** Our own: the board speaks once a second; two of its signs of life lost, and a margin. */
  static final long SILENCE_NANOS = 2_500_000_000L;

  /** Our own: how long it may take to boot before its first silence counts. */
  static final long BOOT_NANOS = 10_000_000_000L;

  /** The public driver waits 1 s for the answer to a reset. */
  static final long RESET_NANOS = 1_000_000_000;

  /** Our own: how often a reset is asked for. */
  static final int RESETS_MAX = 3;

  /** Our own: how often the pilot is told while the board is alive. */
  static final long PILOT_NANOS = 100_000_000;

  /** Our own: a relay is open by then, and the board has had its say several times. */
  static final long OPEN_NANOS = 3_000_000_000L;

  /** Our own: its meter speaks once a second. */
  static final long METER_NANOS = 10_000_000_000L;

  /** Our own: a third of the time after which the EVSE forgets a report. */
  static final long FAULT_NANOS = 10_000_000_000L;

  /** Field numbers of the messages changed with firmware 2; older ones are not understood. */
  static final int FIRMWARE_MAJOR = 2;

  private static final Pattern VERSION = Pattern.compile("v?([0-9]{1,4})[.-].*");

  private static final String SILENT =
      "expected a sign of life every second, got nothing for 2.5 s";

  private enum Stage {
    RESETTING,
    GREETING,
    RUNNING
  }

  /**
   * What the outlet is, for what the board must be able to do.
   *
   * @param amps largest current; empty for a DC outlet, whose current is not the board's
   * @param ownMeter whether the board's own meter is to be read
   */
  public record Outlet(Optional<Amps> amps, boolean ownMeter) {}

  private final Outlet outlet;
  private Stage stage = Stage.RESETTING;
  private FrameSplitter splitter = FrameSplitter.upTo(YetiCodec.MAX_FRAME);
  private Outputs wish = Outputs.SAFE;
  private Optional<PilotState> pilot = Optional.empty();
  private YetiMessage.Errors errors = YetiMessage.Errors.NONE;
  private String complaint = "";
  private Map<Object, Reading> last = Map.of();

  /** Its meter tells temperatures; when it did so last. */
  private boolean thermometers;

  private long metered;

  /** It was sent the order to close its relays and has not said since that they are open. */
  private boolean relaysMayBeClosed;

  /** The order to close them is due and has not been sent. */
  private boolean closing;

  private int resets;
  private long resetAt;
  private long heardAt;
  private long aliveAt;
  private long orderedAt;
  private long pilotAt;
  private long complainedAt;

  /** Since when it has run and been told to open its relays. */
  private Optional<Long> openSince = Optional.empty();

  // What this step makes; empty in every link that a caller sees.
  private List<byte[]> transmit = List.of();
  private List<Reading> readings = List.of();

  private YetiLink(Outlet outlet) {
    this.outlet = outlet;
  }

  private YetiLink(YetiLink from) {
    this(from.outlet);
    stage = from.stage;
    splitter = from.splitter;
    wish = from.wish;
    pilot = from.pilot;
    errors = from.errors;
    complaint = from.complaint;
    last = new LinkedHashMap<>(from.last);
    relaysMayBeClosed = from.relaysMayBeClosed;
    closing = from.closing;
    resets = from.resets;
    resetAt = from.resetAt;
    heardAt = from.heardAt;
    aliveAt = from.aliveAt;
    orderedAt = from.orderedAt;
    pilotAt = from.pilotAt;
    complainedAt = from.complainedAt;
    openSince = from.openSince;
    thermometers = from.thermometers;
    metered = from.metered;
  }

  /** A line on which nothing has been said; the first step resets the board. */
  public static YetiLink initial(Outlet outlet, long now) {
    YetiLink link = new YetiLink(outlet);
    link.last = new LinkedHashMap<>();
    link.resetAt = now - RESET_NANOS;
    link.heardAt = now + BOOT_NANOS - SILENCE_NANOS;
    link.aliveAt = now - KEEP_ALIVE_NANOS;
    link.orderedAt = now;
    link.pilotAt = now;
    return link;
  }

  @Override
  public YetiLink anew(long now) {
    YetiLink link = initial(outlet, now);
    link.thermometers = thermometers;
    return link;
  }

  /** Whether the board has answered and is heard. */
  public boolean running() {
    return stage == Stage.RUNNING;
  }

  @Override
  public Step step(Input input, long now) {
    YetiLink next = new YetiLink(this);
    next.transmit = new ArrayList<>();
    next.readings = new ArrayList<>();
    switch (input) {
      case Input.Received(byte[] bytes) -> next.received(bytes, now);
      case Input.Wish(Outputs outputs) -> next.wish(outputs, now);
      case Input.Tick() -> {}
    }
    next.watch(now);
    next.talk(now);
    next.forgetOrder(now);
    Step step = new Step(next, List.copyOf(next.transmit), List.copyOf(next.readings));
    next.transmit = List.of();
    next.readings = List.of();
    return step;
  }

  // ---- what is heard

  private void received(byte[] bytes, long now) {
    FrameSplitter.Cut cut = splitter.feed(bytes);
    splitter = cut.next();
    for (byte[] frame : cut.frames()) {
      YetiCodec.decode(frame).ifPresent(message -> heard(message, now));
    }
  }

  private void heard(YetiMessage.ToController message, long now) {
    heardAt = now;
    switch (message) {
      case YetiMessage.Alive alive -> alive(alive, now);
      case YetiMessage.Restarted(boolean watchdog) -> restarted(watchdog, now);
      case YetiMessage.Pilot(PilotState state) -> {
        boolean changed = !pilot.equals(Optional.of(state));
        pilot = Optional.of(state);
        if (changed) {
          tellPilot(now);
        }
      }
      case YetiMessage.Relais(boolean on) -> {
        relaysMayBeClosed = on;
        tell(new Reading.Contactor(on));
      }
      case YetiMessage.Errors said -> errors(said);
      case YetiMessage.Proximity(int amps) ->
          tell(new Reading.Proximity(amps > 0 ? Optional.of(new Amps(amps)) : Optional.empty()));
      case YetiMessage.LockState(YetiMessage.LockPosition position) -> {
        if (position != YetiMessage.LockPosition.UNKNOWN) {
          tell(new Reading.Lock(position == YetiMessage.LockPosition.LOCKED));
        }
      }
      case YetiMessage.Meter meter -> {
        thermometers = true;
        metered = now;
        meter(meter);
      }
      case YetiMessage.Telemetry telemetry -> {}
    }
  }

  private void alive(YetiMessage.Alive alive, long now) {
    Matcher version = VERSION.matcher(alive.firmware());
    if (!version.matches() || Integer.parseInt(version.group(1)) < FIRMWARE_MAJOR) {
      complain(
          "expected firmware 2 or newer, got \""
              + alive.firmware()
              + "\", whose messages are others; the station stays out of service",
          now);
      return;
    }
    // Written so that what is no number is too little.
    if (outlet.amps().filter(wanted -> !(wanted.value() <= alive.ampsMax())).isPresent()) {
      complain(
          "expected relays for "
              + outlet.amps().get()
              + ", it says "
              + alive.ampsMax()
              + " A; the station stays out of service",
          now);
      return;
    }
    if (stage == Stage.GREETING) {
      stage = Stage.RUNNING;
      metered = now;
      closing = wish.phases() != 0;
      readings.addAll(last.values());
      tellPilot(now);
      order(now);
    } else if (stage == Stage.RUNNING) {
      // It tells errors when they change and tests itself; with each sign of life its word holds
      // anew, as whoever waits for the result of a test has to hear it.
      Optional.ofNullable(last.get(Reading.ResidualCurrent.class)).ifPresent(readings::add);
    }
  }

  private void restarted(boolean watchdog, long now) {
    if (stage == Stage.RUNNING) {
      readings.add(
          new Reading.DeviceFault(
              DEVICE,
              "it restarted by itself"
                  + (watchdog ? " (its watchdog)" : "")
                  + (relaysMayBeClosed
                      ? "; whether its relays have opened is not known until it says so"
                      : "")));
      pilot = Optional.empty();
    }
    Optional<Reading> relays = Optional.ofNullable(last.get(Reading.Contactor.class));
    last = new LinkedHashMap<>();
    loseRelays(relays);
    stage = Stage.GREETING;
    errors = YetiMessage.Errors.NONE;
    // The public driver sends three: the first ones bring the board's decoder in step.
    for (int i = 0; i < 3; i++) {
      send(new YetiMessage.KeepAlive());
    }
    aliveAt = now;
  }

  /**
   * The board forgets what it was told, and may not say anew where its relays are. A restart lets
   * them go, but not those that have welded: only the board's own word counts. Relays that were
   * open and that nobody told to close are open.
   */
  private void loseRelays(Optional<Reading> said) {
    if (relaysMayBeClosed) {
      readings.add(new Reading.ContactorUnknown());
    } else {
      said.ifPresent(open -> last.put(Reading.Contactor.class, open));
    }
  }

  private void errors(YetiMessage.Errors said) {
    errors = said;
    tell(new Reading.ResidualCurrent(said.residualCurrent(), !said.selfTestFailed()));
  }

  private void meter(YetiMessage.Meter meter) {
    for (int sensor = 0; sensor < YetiMessage.Meter.SENSORS.size(); sensor++) {
      tell(
          new Reading.Temperature(
              YetiMessage.Meter.SENSORS.get(sensor), meter.celsius().get(sensor)));
    }
    if (!outlet.ownMeter()) {
      return;
    }
    List<Amps> amps = new ArrayList<>();
    List<Volts> volts = new ArrayList<>();
    double watts = 0;
    for (int phase = 0; phase < 3; phase++) {
      double power = meter.watts().get(phase);
      double amount = Math.abs(meter.amps().get(phase));
      amps.add(new Amps(power < 0 ? -amount : amount));
      volts.add(new Volts(meter.volts().get(phase)));
      watts += power;
    }
    // It has one counter; the driver permits it only where nothing flows back.
    tell(
        new Reading.Meter(
            new WattHours(meter.wattHours()), new WattHours(0), new Watts(watts), amps, volts));
  }

  /** What it says before it is known to be the right board is kept until then. */
  private void tell(Reading reading) {
    Object key =
        reading instanceof Reading.Temperature one ? "at " + one.sensor() : reading.getClass();
    last.put(key, reading);
    if (stage == Stage.RUNNING) {
      readings.add(reading);
    }
  }

  private void tellPilot(long now) {
    if (pilot.isEmpty() || stage != Stage.RUNNING) {
      return;
    }
    pilotAt = now;
    double high = nominalVolts(pilot.get());
    boolean oscillates = wish.pilot() == PilotMode.PWM && high > 0;
    // Without its diode the vehicle loads the negative half-wave, too.
    double low = !oscillates ? high : errors.diode() ? -high : -12;
    readings.add(new Reading.Pilot(new Volts(high), new Volts(low)));
  }

  /** IEC 61851-1 Table A.2. */
  private static double nominalVolts(PilotState state) {
    return switch (state) {
      case A -> 12;
      case B -> 9;
      case C -> 6;
      case D -> 3;
      case E -> 0;
      case F -> -12;
    };
  }

  // ---- what is said

  private void wish(Outputs outputs, long now) {
    if (outputs.equals(wish)) {
      return;
    }
    closing |= wish.phases() == 0 && outputs.phases() != 0;
    wish = outputs;
    if (stage == Stage.RUNNING) {
      order(now);
      tellPilot(now);
    }
  }

  private void talk(long now) {
    if (stage == Stage.RESETTING && now - resetAt >= RESET_NANOS) {
      resetAt = now;
      if (resets == RESETS_MAX) {
        // As its public driver does: a board that lives is used, reset or not.
        stage = Stage.GREETING;
      } else {
        resets++;
        send(new YetiMessage.Reset());
      }
    }
    if (now - aliveAt >= KEEP_ALIVE_NANOS) {
      aliveAt = now;
      send(new YetiMessage.KeepAlive());
    }
    if (stage == Stage.RUNNING && now - orderedAt >= REPEAT_NANOS) {
      order(now);
    }
    if (stage == Stage.RUNNING && now - pilotAt >= PILOT_NANOS) {
      tellPilot(now);
    }
  }

  /** Everything that the board shall do; what switches off goes before what switches on. */
  private void order(long now) {
    orderedAt = now;
    if (wish.phases() == 0) {
      closing = false;
      send(new YetiMessage.AllowPower(false));
    }
    send(
        new YetiMessage.Pwm(
            switch (wish.pilot()) {
              case STEADY -> YetiMessage.Pwm.STEADY;
              case PWM -> wish.dutyCentiPercent();
              // The board has no state E; its public driver ignores it. F is no less a refusal.
              case ZERO, NEGATIVE -> YetiMessage.Pwm.STATE_F;
            }));
    send(new YetiMessage.Lock(wish.locked()));
    if (wish.phases() != 0) {
      send(new YetiMessage.ThreePhases(wish.phases() == 3));
      send(new YetiMessage.AllowPower(true));
      // Whether they do the board says; until then nobody knows.
      relaysMayBeClosed |= closing;
      closing = false;
    }
  }

  private void send(YetiMessage.ToBoard order) {
    transmit.add(YetiCodec.encode(order));
  }

  /**
   * An order to close that was never carried out is over: the board has been told otherwise for
   * long, and has never said that its relays closed.
   */
  private void forgetOrder(long now) {
    if (stage != Stage.RUNNING || wish.phases() != 0) {
      openSince = Optional.empty();
    } else if (openSince.isEmpty()) {
      openSince = Optional.of(now);
    }
    boolean saidOpen = new Reading.Contactor(false).equals(last.get(Reading.Contactor.class));
    if (saidOpen && openSince.filter(since -> now - since >= OPEN_NANOS).isPresent()) {
      relaysMayBeClosed = false;
    }
  }

  // ---- what is wrong

  private void watch(long now) {
    if (now - heardAt >= SILENCE_NANOS) {
      if (stage == Stage.RUNNING) {
        stage = Stage.RESETTING;
        resetAt = now - RESET_NANOS;
        resets = 0;
        pilot = Optional.empty();
        complain(SILENT, now);
        loseRelays(Optional.ofNullable(last.remove(Reading.Contactor.class)));
      }
      complain(SILENT, now);
      return;
    }
    if (stage == Stage.RUNNING && thermometers && now - metered >= METER_NANOS) {
      // What the sensors said last must not stand for ever.
      thermometers = false;
      YetiMessage.Meter.SENSORS.forEach(
          sensor -> tell(new Reading.Temperature(sensor, Double.NaN)));
    }
    String wrong = errors.inWords();
    if (stage == Stage.RUNNING && !wrong.isEmpty()) {
      complain(wrong, now);
    } else if (stage == Stage.RUNNING) {
      complaint = "";
    }
  }

  /** Says it when it is new, and again while it lasts. */
  private void complain(String text, long now) {
    if (!text.equals(complaint) || now - complainedAt >= FAULT_NANOS) {
      complaint = text;
      complainedAt = now;
      readings.add(new Reading.DeviceFault(DEVICE, text));
    }
  }
}
