package energy.ebbflow.simulator.hardware;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.can.CanFrame;
import energy.ebbflow.hal.infypower.InfyItem;
import energy.ebbflow.hal.infypower.InfyMessage;
import energy.ebbflow.hal.infypower.InfyStatus;
import energy.ebbflow.hal.infypower.InfyStatus.Flag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A group of power modules, played. They share the current that the group is told, turn their
 * direction in 150 ms, rise slowly after switching on if they are told to, and miss their
 * controller after 10 s. Thread-safe: faults come from outside.
 */
public final class InfyDevice {
  /** By the protocol's manual: without a message of the controller a module switches off. */
  private static final long DEADMAN_NANOS = 10_000_000_000L;

  private static final long TURN_NANOS = 150_000_000;

  /** Our own: the manual says up to 8 s. */
  private static final double WALK_IN_SECONDS = 5;

  private final Circuit circuit;
  private final int group;
  private final int modules;
  private final double voltsMin;
  private final double voltsMax;
  private final double ampsMax;
  private final Set<Integer> lost = new HashSet<>();
  private final Set<Integer> hot = new HashSet<>();
  private boolean silent;
  private boolean jammed;

  private boolean on;
  private boolean takes;
  private boolean walkIn;
  private double volts;
  private double amps;
  private double cutOff;
  private long heardAt;
  private long turnedAt;
  private boolean everTurned;
  private long onAt;
  private Optional<Command> done = Optional.empty();

  /**
   * Modules that are off.
   *
   * @param group number on their dials
   * @param modules how many
   * @param voltsMin lowest voltage
   * @param voltsMax highest voltage
   * @param ampsMax largest current of one module
   */
  public InfyDevice(
      Circuit circuit, int group, int modules, double voltsMin, double voltsMax, double ampsMax) {
    this.circuit = circuit;
    this.group = group;
    this.modules = modules;
    this.voltsMin = voltsMin;
    this.voltsMax = voltsMax;
    this.ampsMax = ampsMax;
  }

  /** All modules fall silent, or speak again; what they do goes on. */
  public synchronized void silent(boolean now) {
    silent = now;
  }

  /** One module fails, or comes back; the others share its current. */
  public synchronized void lost(int module, boolean now) {
    if (now) {
      lost.add(module);
    } else {
      lost.remove(module);
    }
  }

  /** One module is too hot and switches itself off, or has cooled down. */
  public synchronized void overTemperature(int module, boolean now) {
    if (now) {
      hot.add(module);
    } else {
      hot.remove(module);
    }
  }

  /** The modules no longer turn their direction, or do again. */
  public synchronized void jammed(boolean now) {
    jammed = now;
  }

  /** Takes a frame of the controller, answers with frames. */
  public synchronized List<CanFrame> take(CanFrame frame, long now) {
    Optional<InfyMessage> read = InfyMessage.of(frame);
    if (silent || read.isEmpty() || read.get().source() != InfyMessage.CONTROLLER) {
      return List.of();
    }
    InfyMessage message = read.get();
    heardAt = now;
    List<CanFrame> answers = new ArrayList<>();
    if (message.toGroup() && message.destination() == group) {
      order(message, now, answers);
    } else if (!message.toGroup() && answers(message.destination())) {
      answers.add(message.answer(message.destination(), 0, told(message, now)).frame());
    }
    return answers;
  }

  private boolean answers(int module) {
    return module >= 0 && module < modules && !lost.contains(module);
  }

  private int alive() {
    return modules - lost.size();
  }

  private int master() {
    for (int module = 0; module < modules; module++) {
      if (answers(module)) {
        return module;
      }
    }
    return -1;
  }

  private void order(InfyMessage message, long now, List<CanFrame> answers) {
    if (master() < 0) {
      return;
    }
    if (!message.write()) {
      answers.add(message.answer(master(), 0, told(message, now)).frame());
      return;
    }
    boolean known =
        switch (message.item()) {
          case GROUP_VOLTS -> {
            volts = message.value() / 1000.0;
            yield true;
          }
          case GROUP_AMPS -> {
            amps = message.value() / 1000.0;
            yield true;
          }
          case MODULE_STATE -> {
            boolean next = message.value() == InfyItem.ON;
            onAt = next && !on ? now : onAt;
            on = next;
            yield true;
          }
          case MODULE_AMPS_MAX -> {
            cutOff = message.value() / 1000.0;
            yield true;
          }
          case WALK_IN -> {
            walkIn = message.value() == InfyItem.YES;
            yield true;
          }
          case DIRECTION -> {
            turn(message.value() == InfyItem.FROM_VEHICLE, now);
            yield true;
          }
          case GROUP_COUNT, MODULE_DIRECTION, MODULE_VOLTS_MAX, MODULE_VOLTS_MIN -> false;
        };
    int error = known ? 0 : InfyMessage.COMMAND_INVALID;
    answers.add(message.answer(master(), error, message.value()).frame());
    drive(now);
  }

  private void turn(boolean next, long now) {
    if (next != takes && !jammed) {
      takes = next;
      turnedAt = now;
      everTurned = true;
    }
  }

  private int told(InfyMessage message, long now) {
    Optional<Reading.Converter> measured = circuit.last(Reading.Converter.class);
    return switch (message.item()) {
      case GROUP_VOLTS -> milli(measured.map(value -> value.volts().value()).orElse(0.0));
      case GROUP_AMPS -> milli(Math.abs(measured.map(value -> value.amps().value()).orElse(0.0)));
      case GROUP_COUNT -> alive();
      case MODULE_STATE -> status(message.destination()).value();
      case MODULE_DIRECTION -> takes != turning(now) ? 1 : 0;
      case MODULE_VOLTS_MAX -> milli(voltsMax);
      case MODULE_VOLTS_MIN -> milli(voltsMin);
      case MODULE_AMPS_MAX -> milli(ampsMax);
      case WALK_IN -> walkIn ? InfyItem.YES : InfyItem.NO;
      case DIRECTION -> takes ? InfyItem.FROM_VEHICLE : InfyItem.TO_VEHICLE;
    };
  }

  /** Until it has turned it says its old direction. */
  private boolean turning(long now) {
    return everTurned && now - turnedAt < TURN_NANOS;
  }

  private static int milli(double value) {
    return (int) Math.round(value * 1000);
  }

  private InfyStatus status(int module) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (!on || hot.contains(module)) {
      flags.add(Flag.OUTPUT_OFF);
    }
    if (hot.contains(module)) {
      flags.add(Flag.OVER_TEMPERATURE);
    }
    if (walkIn) {
      flags.add(Flag.WALK_IN);
    }
    return new InfyStatus(flags);
  }

  /** Time has passed; at least every 10 ms. */
  public synchronized void tick(long now) {
    if (on && now - heardAt >= DEADMAN_NANOS) {
      on = false;
    }
    drive(now);
  }

  private void drive(long now) {
    int working = 0;
    for (int module = 0; module < modules; module++) {
      working += answers(module) && !hot.contains(module) ? 1 : 0;
    }
    double limit = working * ampsMax;
    if (walkIn) {
      limit *= Math.min(1, (now - onAt) / 1e9 / WALK_IN_SECONDS);
    }
    double magnitude = turning(now) ? 0 : Math.min(amps, limit);
    Command command =
        !on || working == 0
            ? new Command.Off()
            : takes
                ? new Command.Current(new Amps(-magnitude), new Volts(voltsMax), new Volts(cutOff))
                : new Command.Current(new Amps(magnitude), new Volts(volts), new Volts(0));
    if (!done.equals(Optional.of(command))) {
      done = Optional.of(command);
      circuit.convert(command);
    }
  }
}
