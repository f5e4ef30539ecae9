package energy.ebbflow.hal.infypower;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.can.CanFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The controller's side of the talk with a group of power modules.
 *
 * <p>Asks the group for voltage and current every 100 ms and each module for its state every 250
 * ms, repeats its orders every 500 ms, and takes a reversal in three steps: current to 0,
 * direction, current. What a module does not do, or says of itself, is a {@link
 * Reading.DeviceFault}, repeated while it lasts.
 *
 * <p>Immutable: a step works on a copy. Owner: the thread of the bus.
 */
public final class InfyGroup {
  /** Name of the device in fault readings. */
  public static final String DEVICE = "power modules";

  /** Our own: the supervisor wants to see current and voltage many times a second. */
  static final long READ_EVERY_NANOS = 100_000_000;

  /** Our own: four frames for each module; twelve modules fill a quarter of 125 kbit/s. */
  static final long STATE_EVERY_NANOS = 250_000_000;

  /** Our own: a module that misses the controller switches off by itself after 10 s. */
  static final long TELL_EVERY_NANOS = 500_000_000;

  /** Our own: ten readings lost in a row. */
  static final long SILENCE_NANOS = 1_000_000_000;

  /** Our own: six states of one module lost in a row. */
  static final long MODULE_SILENCE_NANOS = 1_500_000_000;

  /** Our own: how long modules may boot before their silence counts. */
  static final long BOOT_NANOS = 5_000_000_000L;

  /** Our own: how long the current may take to reach 0, and a module to turn. */
  static final long TURN_NANOS = 2_000_000_000;

  /** Our own: a walk-in lasts up to 8 s by the BEG1K075G's manual; a start may take as long. */
  static final long START_NANOS = 8_000_000_000L;

  /** Our own: a module that is still on so long after the order does not switch off. */
  static final long STOP_NANOS = 2_000_000_000;

  /** Our own: less is no current. */
  private static final double NO_AMPS = 1;

  /** What the group is told. */
  public sealed interface Input {
    /** A frame arrived. */
    record Received(CanFrame frame) implements Input {}

    /** The wish of the EVSE. */
    record Wish(Command command) implements Input {}

    /** Time has passed; at least every 20 ms. */
    record Tick() implements Input {}
  }

  /**
   * One step's outcome.
   *
   * @param next the group from now on
   * @param transmit frames to send, in this order
   * @param readings what is to be offered to the EVSE
   * @param notes what is worth a line in the log
   */
  public record Step(
      InfyGroup next, List<CanFrame> transmit, List<Reading> readings, List<String> notes) {}

  /** Where a reversal is. */
  private enum Turn {
    NONE,
    TO_ZERO,
    SWITCHING
  }

  private final InfyConfig config;
  private final InfyModules modules;
  private final InfyFaults faults;
  private Command wish = new Command.Off();
  private Optional<Command> failed = Optional.empty();
  private InfyTarget told = InfyTarget.OFF;
  private Turn turn = Turn.NONE;
  private long turnSince;
  private long onSince;
  private long toldAt;
  private long askedAt;
  private long stateAskedAt;
  private double volts;
  private long voltsAt;
  private double amps;
  private long ampsAt;

  // What this step makes; empty in every group that a caller sees.
  private List<CanFrame> transmit = List.of();
  private List<Reading> readings = List.of();
  private List<String> notes = List.of();

  private InfyGroup(InfyConfig config, InfyModules modules, InfyFaults faults) {
    this.config = config;
    this.modules = modules;
    this.faults = faults;
  }

  private InfyGroup(InfyGroup from) {
    this(from.config, new InfyModules(from.modules), new InfyFaults(from.faults));
    wish = from.wish;
    failed = from.failed;
    told = from.told;
    turn = from.turn;
    turnSince = from.turnSince;
    onSince = from.onSince;
    toldAt = from.toldAt;
    askedAt = from.askedAt;
    stateAskedAt = from.stateAskedAt;
    volts = from.volts;
    voltsAt = from.voltsAt;
    amps = from.amps;
    ampsAt = from.ampsAt;
  }

  /** A group that has been told and asked nothing; the first step orders it off. */
  public static InfyGroup initial(InfyConfig config, long now) {
    InfyGroup group =
        new InfyGroup(config, InfyModules.unknown(config.modules(), now), new InfyFaults());
    group.toldAt = now - TELL_EVERY_NANOS;
    group.askedAt = now - READ_EVERY_NANOS;
    group.stateAskedAt = now - STATE_EVERY_NANOS;
    group.onSince = now;
    group.voltsAt = now + BOOT_NANOS - SILENCE_NANOS;
    group.ampsAt = group.voltsAt;
    return group;
  }

  /**
   * Takes in one input.
   *
   * @param now monotonic ns
   */
  public Step step(Input input, long now) {
    InfyGroup next = new InfyGroup(this);
    next.transmit = new ArrayList<>();
    next.readings = new ArrayList<>();
    next.notes = new ArrayList<>();
    switch (input) {
      case Input.Received(CanFrame frame) ->
          InfyMessage.of(frame)
              .filter(InfyMessage::forController)
              .ifPresent(message -> next.heard(message, now));
      case Input.Wish(Command command) -> next.wish = command;
      case Input.Tick() -> {}
    }
    next.decide(now);
    next.ask(now);
    next.judge(now);
    Step step =
        new Step(
            next, List.copyOf(next.transmit), List.copyOf(next.readings), List.copyOf(next.notes));
    next.transmit = List.of();
    next.readings = List.of();
    next.notes = List.of();
    return step;
  }

  // ---- what is heard

  private void heard(InfyMessage message, long now) {
    if (message.error() != 0) {
      refused(message, now);
      return;
    }
    if (message.write()) {
      return;
    }
    switch (message.item()) {
      case GROUP_VOLTS -> {
        volts = message.value() / 1000.0;
        voltsAt = now;
      }
      case GROUP_AMPS -> {
        double value = message.value() / 1000.0;
        // Public drivers take the sign from the direction; a module that sends one is believed.
        amps = value > 0 && modules.takes() ? -value : value;
        ampsAt = now;
        if (now - voltsAt < SILENCE_NANOS) {
          readings.add(new Reading.Converter(new Volts(volts), new Amps(amps), new Volts(volts)));
        }
      }
      case MODULE_STATE -> modules.heard(message.source(), InfyStatus.of(message.value()), now);
      case MODULE_DIRECTION -> modules.heard(message.source(), (message.value() & 1) == 1);
      case MODULE_VOLTS_MAX -> modules.voltsMax(message.value() / 1000.0);
      case MODULE_VOLTS_MIN -> modules.voltsMin(message.value() / 1000.0);
      case MODULE_AMPS_MAX -> modules.ampsMax(message.value() / 1000.0);
      case GROUP_COUNT, WALK_IN, DIRECTION -> {}
    }
  }

  private void refused(InfyMessage message, long now) {
    String why =
        switch (message.error()) {
          case InfyMessage.COMMAND_INVALID -> "does not know";
          case InfyMessage.DATA_INVALID -> "does not accept the value of";
          // It is starting, or says something that no public driver knows: silence is watched.
          default -> "";
        };
    if (!why.isEmpty()) {
      faults.once("refusal", "module " + message.source() + " " + why + " " + message.item(), now);
    }
  }

  // ---- what is ordered

  private void decide(long now) {
    if (failed.isPresent() && !failed.get().equals(wish)) {
      failed = Optional.empty();
    }
    InfyTarget want = possible(now);
    if (!want.on()) {
      turn = Turn.NONE;
      tell(want, now);
      return;
    }
    if (turn == Turn.NONE && want.fromVehicle() != told.fromVehicle()) {
      turn = told.on() && Math.abs(amps) >= NO_AMPS ? Turn.TO_ZERO : Turn.SWITCHING;
      turnSince = now;
    }
    switch (turn) {
      case NONE -> tell(want, now);
      case TO_ZERO -> toZero(want, now);
      case SWITCHING -> switching(want, now);
    }
  }

  private void toZero(InfyTarget want, long now) {
    if (want.fromVehicle() == told.fromVehicle()) {
      turn = Turn.NONE;
      tell(want, now);
    } else if (ampsAt - turnSince > 0 && Math.abs(amps) < NO_AMPS) {
      turn = Turn.SWITCHING;
      turnSince = now;
      switching(want, now);
    } else if (now - turnSince >= TURN_NANOS) {
      giveUp("the current does not fall to 0 A for the reversal, " + amps + " A flow", now);
    } else {
      tell(told.withAmps(0), now);
    }
  }

  private void switching(InfyTarget want, long now) {
    tell(want.turned(want.fromVehicle()), now);
    if (modules.allTake(want.fromVehicle(), now)) {
      turn = Turn.NONE;
      tell(want, now);
    } else if (now - turnSince >= TURN_NANOS) {
      giveUp("expected all modules to turn their direction within 2 s, they did not", now);
    }
  }

  private void giveUp(String why, long now) {
    faults.once("reversal", why + "; the output is switched off", now);
    failed = Optional.of(wish);
    turn = Turn.NONE;
    tell(new InfyTarget(false, told.fromVehicle(), 0, 0), now);
  }

  /** The wish within what the modules can do. */
  private InfyTarget possible(long now) {
    InfyTarget want = InfyTarget.of(wish, told.fromVehicle());
    InfyTarget off = new InfyTarget(false, told.fromVehicle(), 0, 0);
    if (!want.on() || failed.isPresent() || !modules.rated()) {
      return off;
    }
    if (want.volts() < modules.voltsMin() && !want.fromVehicle()) {
      faults.once(
          "range",
          "asked for "
              + want.volts()
              + " V, the modules give "
              + modules.voltsMin()
              + " V to "
              + modules.voltsMax()
              + " V; the output is switched off",
          now);
      return off;
    }
    double most = modules.alive(now) * modules.ampsMax();
    return new InfyTarget(
        true,
        want.fromVehicle(),
        Math.min(want.volts(), modules.voltsMax()),
        Math.min(want.amps(), most));
  }

  private void tell(InfyTarget target, long now) {
    boolean changed = !target.equals(told);
    if (!changed && now - toldAt < TELL_EVERY_NANOS) {
      return;
    }
    if (target.on() != told.on()) {
      onSince = now;
    }
    told = target;
    toldAt = now;
    if (!target.on()) {
      write(InfyItem.MODULE_STATE, InfyItem.OFF);
      write(InfyItem.GROUP_AMPS, 0);
      return;
    }
    write(InfyItem.DIRECTION, target.fromVehicle() ? InfyItem.FROM_VEHICLE : InfyItem.TO_VEHICLE);
    write(InfyItem.WALK_IN, config.walkIn() ? InfyItem.YES : InfyItem.NO);
    if (target.fromVehicle()) {
      write(InfyItem.MODULE_AMPS_MAX, target.millivolts());
    }
    write(InfyItem.GROUP_VOLTS, target.millivolts());
    write(InfyItem.GROUP_AMPS, target.milliamps());
    write(InfyItem.MODULE_STATE, InfyItem.ON);
  }

  private void write(InfyItem item, int value) {
    transmit.add(InfyMessage.writeGroup(config.group(), item, value).frame());
  }

  // ---- what is asked

  private void ask(long now) {
    if (now - askedAt >= READ_EVERY_NANOS) {
      askedAt = now;
      readGroup(InfyItem.GROUP_VOLTS);
      readGroup(InfyItem.GROUP_AMPS);
    }
    if (now - stateAskedAt >= STATE_EVERY_NANOS) {
      stateAskedAt = now;
      for (int module = 0; module < config.modules(); module++) {
        readModule(module, InfyItem.MODULE_STATE);
        readModule(module, InfyItem.MODULE_DIRECTION);
      }
      if (!modules.rated()) {
        readModule(0, InfyItem.MODULE_VOLTS_MAX);
        readModule(0, InfyItem.MODULE_VOLTS_MIN);
        readModule(0, InfyItem.MODULE_AMPS_MAX);
      }
    }
  }

  private void readGroup(InfyItem item) {
    transmit.add(InfyMessage.readGroup(config.group(), item).frame());
  }

  private void readModule(int module, InfyItem item) {
    transmit.add(InfyMessage.readModule(module, item).frame());
  }

  // ---- what is wrong

  private void judge(long now) {
    faults.hold(
        "silence",
        now - Math.min(voltsAt, ampsAt) >= SILENCE_NANOS,
        () -> "expected voltage and current every 100 ms, got nothing for 1 s");
    int alive = modules.alive(now);
    faults.hold(
        "lost",
        alive < config.modulesMin(),
        () ->
            "expected "
                + config.modulesMin()
                + " of "
                + config.modules()
                + " modules, "
                + alive
                + " answer; silent: "
                + modules.silent(now));
    modules.changes(now).ifPresent(notes::add);
    faults.hold("alarm", !modules.alarms(now).isEmpty(), () -> modules.alarms(now));
    boolean settled = turn == Turn.NONE;
    faults.hold(
        "on",
        told.on() && now - onSince >= START_NANOS && modules.anyOff(now),
        () -> "expected all modules to be on within 8 s, at least one is off");
    faults.hold(
        "off",
        !told.on() && now - onSince >= STOP_NANOS && modules.anyOn(now),
        () -> "expected all modules to be off within 2 s, at least one is still on");
    faults.hold(
        "direction",
        told.on()
            && settled
            && now - turnSince >= TURN_NANOS
            && now - onSince >= TURN_NANOS
            && !modules.allTake(told.fromVehicle(), now),
        () -> "a module has not the direction that it was told");
    faults.report(readings, now);
  }
}
