package energy.ebbflow.simulator.lab;

import energy.ebbflow.exi.ExiException;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.firmware.evse.Evse;
import energy.ebbflow.firmware.evse.EvseEffect;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.Moment;
import energy.ebbflow.firmware.evse.Observation;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.cable.StationTerminals;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import energy.ebbflow.simulator.ev.body.VehicleBody;
import energy.ebbflow.simulator.ev.machine.EvMachine;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;
import energy.ebbflow.simulator.ev.model.EvTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The laboratory's bench: station, vehicle and back office, moved by {@link #tick} in steps of 5
 * ms. The same configuration gives the same trace.
 */
public final class Lab {
  /** The outlet is stepped at least this often, as its loop does. */
  private static final long EVSE_TICK_NANOS = 10_000_000;

  /** By what a step of a leap grows while nothing happens. */
  private static final long STEP_GROWTH = 4;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long EPOCH_SECONDS = 1_767_225_600L;

  /** Bytes of a frame that announce more than anybody takes: the link breaks on them. */
  private static final String BROKEN_FRAME = "a frame that is no frame";

  private record Later(long nanos, long order, Runnable action) {}

  private final LabConfig config;
  private final VirtualBoard board;
  private final VehicleBody body;
  private final Wire wire = new Wire();
  private final List<String> trace = new ArrayList<>();
  private final List<StationEvent> told = new ArrayList<>();
  private final PriorityQueue<Later> later =
      new PriorityQueue<>(Comparator.comparingLong(Later::nanos).thenComparingLong(Later::order));
  private final Queue<Reading> readings = new ArrayDeque<>();
  private int runs = 1;
  private Evse evse;
  private EvMachine vehicle;
  private VehicleTerminals shown = VehicleTerminals.UNPLUGGED;
  private long orders;
  private long links;
  private long link;
  private boolean linkOpen;
  private int messages;
  private boolean stopped;
  private Tamper tamper = Tamper.NOBODY;
  private Optional<Ghost> ghost = Optional.empty();

  public Lab(LabConfig config) {
    this.config = config;
    this.board = new VirtualBoard(config.boardSpec(), readings::add);
    this.body = new VehicleBody(config.vehicle().body());
    this.vehicle = EvMachine.initial(config.vehicle(), time());
    this.evse = Evse.initial(config.settings(runs), config.pilot());
    office(new BackOfficeCommand.LinkChanged(true, "lab"));
    for (LabConfig.OfficeStep step : config.office()) {
      at((long) (step.seconds() * NANOS_PER_SECOND), () -> office(step.command()));
    }
  }

  // ---- time

  /** Moves everything by one step of the physics. */
  public void tick() {
    tick(VirtualBoard.TICK_NANOS, false);
  }

  private void tick(long step, boolean alwaysStation) {
    StationTerminals station = board.tick(shown, step);
    shown = body.exchange(station);
    ghost.ifPresent(second -> second.tick(station));
    for (Reading reading = readings.poll(); reading != null; reading = readings.poll()) {
      evse(new EvseInput.Measured(reading));
    }
    while (!later.isEmpty() && later.element().nanos() <= board.nanos()) {
      later.remove().action().run();
    }
    vehicle(new EvInput.Tick());
    if (alwaysStation || board.nanos() % EVSE_TICK_NANOS == 0) {
      evse(new EvseInput.Tick());
    }
  }

  /** Runs for {@code seconds} of virtual time. */
  public void run(double seconds) {
    long end = board.nanos() + Math.round(seconds * NANOS_PER_SECOND);
    while (board.nanos() < end) {
      tick();
    }
  }

  /**
   * Runs in long steps, for hours in which little happens; a message on its way arrives in its time
   * all the same. The configuration has to be {@link LabConfig#patiently}.
   *
   * @param stepSeconds at most 10
   */
  public void leap(double seconds, double stepSeconds) {
    if (!config.patient() || !(stepSeconds > 0 && stepSeconds <= 10)) {
      throw new IllegalArgumentException(
          "long steps are for a patient laboratory, and up to 10 s, not " + stepSeconds);
    }
    long end = board.nanos() + Math.round(seconds * NANOS_PER_SECOND);
    long longest = Math.round(stepSeconds * NANOS_PER_SECOND);
    long step = VirtualBoard.TICK_NANOS;
    while (board.nanos() < end) {
      Later next = later.peek();
      long until = next == null ? end : Math.min(end, next.nanos());
      int told = trace.size();
      tick(Math.clamp(until - board.nanos(), VirtualBoard.TICK_NANOS, step), true);
      // Where something happens the physics is looked at closely, then less and less.
      step = trace.size() == told ? Math.min(step * STEP_GROWTH, longest) : VirtualBoard.TICK_NANOS;
    }
  }

  /** The controller dies, as in a power cut, and is started again: only the board remembers. */
  public void restart() {
    note("evse", "is started anew");
    board.safeState();
    runs++;
    evse = Evse.initial(config.settings(runs), config.pilot());
    if (linkOpen) {
      linkOpen = false;
      vehicle(new EvInput.LinkDown("the charger is gone"));
    }
    office(new BackOfficeCommand.LinkChanged(true, "lab"));
  }

  private void at(long nanos, Runnable action) {
    later.add(new Later(nanos, orders++, action));
  }

  EvTime time() {
    return new EvTime(board.nanos(), EPOCH_SECONDS + board.nanos() / NANOS_PER_SECOND);
  }

  private Moment moment() {
    return new Moment(board.nanos(), Instant.ofEpochSecond(EPOCH_SECONDS).plusNanos(board.nanos()));
  }

  // ---- the station

  private void evse(EvseInput input) {
    Evse.Step step = evse.step(input, moment());
    evse = step.next();
    step.effects().forEach(this::carryOut);
  }

  private void carryOut(EvseEffect effect) {
    switch (effect) {
      case EvseEffect.Pilot pilot -> board.apply(pilot.signal());
      case EvseEffect.CloseContactors close -> board.closeContactors(close.phases());
      case EvseEffect.OpenContactors open -> {
        note("evse", "open contactors: " + open.reason());
        board.openContactors();
      }
      case EvseEffect.Convert convert -> board.converter(convert.command());
      case EvseEffect.Lock lock -> board.lock(lock.locked());
      case EvseEffect.MeasureIsolation measure -> board.measureIsolation(measure.running());
      case EvseEffect.TestResidualCurrent _ -> {
        note("evse", "tests its residual-current device");
        board.testResidualCurrent();
      }
      case EvseEffect.Show _, EvseEffect.Keep _, EvseEffect.Settle _ -> {}
      // A laboratory remembers no vehicle: each visit is the first.
      case EvseEffect.Recall _, EvseEffect.Learn _, EvseEffect.Share _ -> {}
      case EvseEffect.Respond respond -> respond(respond.link(), respond.response());
      case EvseEffect.CloseLink close -> closeByStation(close.link(), close.reason());
      case EvseEffect.Tell tell -> tell(tell.event());
      case EvseEffect.Observe observe -> observe(observe.observation());
      case EvseEffect.Restart restart -> note("evse", "restart: " + restart.reason());
      case EvseEffect.Stopped _ -> stopped = true;
    }
  }

  private void observe(Observation observation) {
    if (!(observation instanceof Observation.Sample)) {
      note("evse", observation.toString());
    }
  }

  private void respond(long to, V2gMessage response) {
    Optional<Ghost> second = ghost.filter(g -> g.owns(to));
    if (second.isEmpty() && (to != link || !linkOpen)) {
      return;
    }
    byte[] bytes = wire.encode(response);
    MessageSet set = Wire.setOf(response);
    note(
        second.isPresent() ? "evse>ghost" : "evse>ev", Wire.name(response) + " " + Wire.hex(bytes));
    messages++;
    soon(
        () -> {
          if (ghost.filter(g -> g.owns(to)).isPresent()) {
            ghost.get().hear(wire.decode(set, bytes));
          } else if (to == link && linkOpen) {
            vehicle(new EvInput.Received(wire.decode(set, bytes)));
          }
        });
  }

  private void closeByStation(long which, String reason) {
    note("evse", "closes the link: " + reason);
    soon(
        () -> {
          if (ghost.filter(g -> g.owns(which)).isPresent()) {
            ghost.get().closed("the charger closed: " + reason);
          } else if (which == link && linkOpen) {
            linkOpen = false;
            vehicle(new EvInput.LinkDown("the charger closed: " + reason));
          }
        });
  }

  // ---- the back office

  private void tell(StationEvent event) {
    if (event instanceof StationEvent.IdleReading) {
      // What the meter says at rest is no part of the story.
      return;
    }
    told.add(event);
    note("evse>csms", event.toString());
    switch (event) {
      case StationEvent.AuthorisationQuestion question ->
          at(
              board.nanos() + config.answerNanos(),
              () ->
                  office(
                      new BackOfficeCommand.AuthorisationAnswer(
                          question.request(),
                          config.accepts(),
                          config.accepts() ? "Accepted" : "Invalid")));
      case StationEvent.ChargingNeeds needs ->
          at(
              board.nanos() + config.answerNanos(),
              () ->
                  office(
                      new BackOfficeCommand.NeedsAnswer(
                          needs.evse(), BackOfficeCommand.NeedsAnswer.Verdict.PROCESSING)));
      case StationEvent.ConnectorStatus _,
          StationEvent.Transaction _,
          StationEvent.ExternalWord _,
          StationEvent.PriorityWish _,
          StationEvent.VehicleSchedule _,
          StationEvent.Fault _,
          StationEvent.MinimumCurrent _,
          StationEvent.CommandResult _ -> {}
      // This laboratory's vehicles pay without a contract.
      case StationEvent.OfVehicle _, StationEvent.GridAlarm _, StationEvent.IdleReading _ -> {}
    }
  }

  /** The back office says something now. */
  public void office(BackOfficeCommand command) {
    note("csms>evse", command.toString());
    evse(new EvseInput.Commanded(command));
  }

  // ---- the vehicle

  private void vehicle(EvInput input) {
    EvMachine.Step step = vehicle.step(input, body.view(), time());
    if (!step.next().state().equals(vehicle.state())) {
      note("ev", step.next().state());
    }
    vehicle = step.next();
    step.effects().forEach(this::carryOut);
  }

  private void carryOut(EvEffect effect) {
    switch (effect) {
      case EvEffect.Plug plug -> body.plug(plug.in());
      case EvEffect.Ready ready -> body.ready(ready.closed());
      case EvEffect.Contactor contactor -> body.contactor(contactor.close());
      case EvEffect.Allow allow -> body.allow(allow.phase1(), allow.phase2(), allow.phase3());
      case EvEffect.Charge charge -> body.charged(charge.soc());
      case EvEffect.Discover _ -> soon(() -> vehicle(new EvInput.Found()));
      case EvEffect.Connect _ -> soon(this::connect);
      case EvEffect.Send send -> send(send.request());
      case EvEffect.SendHalf _, EvEffect.SendBytes _ -> brokenFrame(link);
      case EvEffect.ResetLink _ -> closeByVehicle("connection reset");
      case EvEffect.CloseLink _ -> closeByVehicle("the vehicle closed the connection");
      case EvEffect.Note note -> note("ev", note.text());
      case EvEffect.Left _ -> note("ev", "left");
    }
  }

  void soon(Runnable action) {
    at(board.nanos() + config.latencyNanos(), action);
  }

  private void connect() {
    if (ghost.filter(Ghost::connected).isPresent()) {
      // The charger takes one connection at a time.
      vehicle(new EvInput.LinkDown("another vehicle's session is active"));
      return;
    }
    link = accept();
    linkOpen = true;
    vehicle(new EvInput.LinkUp(false));
  }

  private void send(V2gMessage request) {
    byte[] bytes = wire.encode(request);
    MessageSet set = Wire.setOf(request);
    note("ev>evse", Wire.name(request) + " " + Wire.hex(bytes));
    messages++;
    long to = link;
    for (Tamper.Piece piece : tamper.arriving(new Tamper.Piece(set, bytes))) {
      soon(
          () -> {
            if (to == link && linkOpen) {
              deliver(to, piece);
            }
          });
    }
  }

  // ---- the link, for whoever holds it

  /** A connection reaches the outlet; its number. */
  long accept() {
    long number = ++links;
    byte[] fresh = new byte[8];
    fresh[0] = 1;
    fresh[6] = (byte) (number >> 8);
    fresh[7] = (byte) number;
    evse(new EvseInput.Connected(number, new SeccInput.LinkUp(false, false), Octets.of(fresh)));
    return number;
  }

  /** The vehicle that is plugged in holds the one connection. */
  boolean lineTaken() {
    return linkOpen;
  }

  byte[] encode(V2gMessage message) {
    return wire.encode(message);
  }

  void deliver(long to, Tamper.Piece piece) {
    evse(new EvseInput.Vehicle(to, heard(piece.set(), piece.bytes())));
  }

  void lost(long which, String reason) {
    soon(() -> evse(new EvseInput.Vehicle(which, new SeccInput.LinkDown(reason))));
  }

  void brokenFrame(long to) {
    soon(() -> evse(new EvseInput.Vehicle(to, new SeccInput.Undecodable(BROKEN_FRAME))));
  }

  private SeccInput heard(MessageSet set, byte[] bytes) {
    try {
      return new SeccInput.Request(wire.decode(set, bytes));
    } catch (ExiException wrong) {
      return new SeccInput.Undecodable(String.valueOf(wrong.getMessage()));
    }
  }

  private void closeByVehicle(String reason) {
    if (!linkOpen) {
      return;
    }
    linkOpen = false;
    lost(link, reason);
  }

  /** Somebody sits between the vehicle and the charger from now on. */
  void between(Tamper who) {
    tamper = who;
  }

  /** A second vehicle hears the pilot line from now on. */
  void haunt(EvConfig second) {
    ghost.ifPresent(Ghost::vanish);
    ghost = Optional.of(new Ghost(this, second));
  }

  /** The second vehicle is gone. */
  void calmed() {
    ghost.ifPresent(Ghost::vanish);
    ghost = Optional.empty();
  }

  /** The plug is pulled, whatever goes on; then another vehicle with another charge drives up. */
  public void next(EvConfig other, double soc) {
    body.allow(0);
    body.ready(false);
    body.contactor(false);
    body.plug(false);
    body.charged(soc);
    closeByVehicle("the vehicle is gone");
    vehicle = EvMachine.initial(other, time());
  }

  // ---- what happened

  void note(String who, String what) {
    long micros = board.nanos() / 1000;
    trace.add(
        micros / 1_000_000
            + "."
            + String.valueOf(1_000_000 + micros % 1_000_000).substring(1)
            + " "
            + who
            + " "
            + what);
  }

  /** Everything worth a line, in order, with its virtual time. */
  public List<String> trace() {
    return List.copyOf(trace);
  }

  /** What the back office was told. */
  public List<StationEvent> told() {
    return List.copyOf(told);
  }

  public VirtualBoard board() {
    return board;
  }

  public VehicleBody body() {
    return body;
  }

  public Evse evse() {
    return evse;
  }

  public EvMachine vehicle() {
    return vehicle;
  }

  /** What the vehicle shows at the connector. */
  public VehicleTerminals shown() {
    return shown;
  }

  /** Messages in both directions. */
  public int messages() {
    return messages;
  }

  /** The outlet has stopped after a shutdown. */
  public boolean stopped() {
    return stopped;
  }
}
