package energy.ebbflow.hal.modbus;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.WattHours;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.hal.config.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Where a kind of meter keeps what is needed. The maps are data files beside this class, or files
 * of the user; a new meter needs a new file and no code. {@code docs/register-maps.md} explains
 * them.
 *
 * @param name what people call the meter
 * @param input whether it answers on input registers (function 4) or holding registers (3)
 * @param blockMax most registers that it gives at once
 * @param volts line to neutral, one field per phase
 * @param amps one field per phase
 * @param phaseWatts one field per phase, whose sign the current takes; empty if the meter tells the
 *     current with its sign
 * @param watts all phases together
 * @param imported energy towards the vehicle, Wh
 * @param exported energy from the vehicle, Wh
 * @param hertz frequency of the grid, Hz; absent where the meter does not tell it
 * @param identity where its serial number is
 */
public record RegisterMap(
    String name,
    boolean input,
    int blockMax,
    List<Quantity> volts,
    List<Quantity> amps,
    List<Quantity> phaseWatts,
    Quantity watts,
    Quantity imported,
    Quantity exported,
    Optional<Quantity> hertz,
    Optional<Identity> identity) {
  /** Most registers that are asked for at once; Eastron meters refuse more than 80. */
  public static final int MAX_BLOCK = 80;

  /** The maps that come along. */
  public static final List<String> KNOWN =
      List.of(
          "eastron-sdm630",
          "eastron-sdm72dm-v2",
          "carlo-gavazzi-em340",
          "carlo-gavazzi-em24-ethernet",
          "iskra-wm3m4",
          "acrel-djsf1352-rn");

  /** Registers that are asked for at once. */
  public record Block(int address, int count) {}

  /**
   * One quantity of a meter.
   *
   * @param value its registers
   * @param exponent register with the power of ten of the value, for meters that have one
   */
  public record Quantity(RegisterField value, Optional<RegisterField> exponent) {
    Stream<RegisterField> fields() {
      return Stream.concat(Stream.of(value), exponent.stream());
    }
  }

  /**
   * The meter's serial number.
   *
   * @param input whether it is in input registers, otherwise holding registers
   * @param address of its first register
   * @param registers how many, 1 to 32
   * @param isText whether it is text, two characters a register, otherwise a number
   */
  public record Identity(boolean input, int address, int registers, boolean isText) {
    /** The serial number as people read it; characters that cannot be printed are left out. */
    public String text(byte[] answer) {
      StringBuilder text = new StringBuilder();
      if (isText) {
        for (byte character : answer) {
          if (character > ' ' && character <= '~') {
            text.append((char) character);
          }
        }
        return text.toString();
      }
      return new java.math.BigInteger(1, answer).toString();
    }
  }

  public RegisterMap {
    volts = List.copyOf(volts);
    amps = List.copyOf(amps);
    phaseWatts = List.copyOf(phaseWatts);
    if (volts.size() != amps.size()
        || volts.isEmpty()
        || !phaseWatts.isEmpty() && phaseWatts.size() != amps.size()) {
      throw new IllegalArgumentException("a register map expects the same phases everywhere");
    }
  }

  /**
   * One of {@link #KNOWN}, or a file of the user.
   *
   * @param name the name of a map, or a path with a slash in it
   * @throws ConfigException if there is none of that name, or with every problem of the file
   */
  public static RegisterMap named(String name) throws ConfigException {
    return RegisterMapFile.named(name);
  }

  private Stream<RegisterField> all() {
    return Stream.of(
            volts.stream(),
            amps.stream(),
            phaseWatts.stream(),
            Stream.of(watts, imported, exported),
            hertz.stream())
        .flatMap(quantities -> quantities)
        .flatMap(Quantity::fields);
  }

  private RegisterBlocks plan() {
    return RegisterBlocks.plan(all(), blockMax);
  }

  /** What is to be asked for, as few blocks as possible. */
  public List<Block> blocks() {
    return plan().blocks();
  }

  /**
   * What the registers mean. A phase without voltage or current is not there, nor are those behind
   * it: a meter for three phases on one.
   *
   * @param answers the bytes of {@link #blocks}, in that order
   * @return empty if an answer is too short, or there is no first phase, no power or no energy
   */
  public Optional<Reading.Meter> reading(List<byte[]> answers) {
    RegisterBlocks plan = plan();
    if (!plan.fits(answers)) {
      return Optional.empty();
    }
    List<Amps> currents = new ArrayList<>();
    List<Volts> voltages = new ArrayList<>();
    for (int phase = 0; phase < volts.size(); phase++) {
      OptionalDouble voltage = number(plan, volts.get(phase), answers);
      OptionalDouble current = current(plan, phase, answers);
      if (voltage.isEmpty() || current.isEmpty()) {
        break;
      }
      currents.add(new Amps(current.getAsDouble()));
      voltages.add(new Volts(voltage.getAsDouble()));
    }
    OptionalDouble power = number(plan, watts, answers);
    OptionalDouble in = number(plan, imported, answers);
    OptionalDouble out = number(plan, exported, answers);
    if (currents.isEmpty() || power.isEmpty() || in.isEmpty() || out.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Reading.Meter(
            new WattHours(in.getAsDouble()),
            new WattHours(out.getAsDouble()),
            new Watts(power.getAsDouble()),
            currents,
            voltages));
  }

  /**
   * What the registers say of the grid, for a meter on the grid's side.
   *
   * @param answers the bytes of {@link #blocks}, in that order
   * @param validNanos how long it counts
   * @return empty if an answer is too short, or there is neither voltage nor frequency
   */
  public Optional<Reading.GridQuality> grid(List<byte[]> answers, long validNanos) {
    RegisterBlocks plan = plan();
    if (!plan.fits(answers)) {
      return Optional.empty();
    }
    List<Volts> voltages = new ArrayList<>();
    for (Quantity phase : volts) {
      OptionalDouble voltage = number(plan, phase, answers);
      if (voltage.isEmpty()) {
        break;
      }
      voltages.add(new Volts(voltage.getAsDouble()));
    }
    Optional<Double> frequency = Optional.empty();
    if (hertz.isPresent()) {
      OptionalDouble read = number(plan, hertz.get(), answers);
      // A meter without a grid says 0 Hz.
      frequency =
          read.isPresent() && read.getAsDouble() > 0
              ? Optional.of(read.getAsDouble())
              : Optional.empty();
    }
    return voltages.isEmpty() && frequency.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reading.GridQuality(frequency, voltages, validNanos));
  }

  private OptionalDouble current(RegisterBlocks plan, int phase, List<byte[]> answers) {
    OptionalDouble current = number(plan, amps.get(phase), answers);
    if (current.isEmpty() || phaseWatts.isEmpty()) {
      return current;
    }
    OptionalDouble power = number(plan, phaseWatts.get(phase), answers);
    if (power.isEmpty()) {
      return OptionalDouble.empty();
    }
    double amount = Math.abs(current.getAsDouble());
    return OptionalDouble.of(power.getAsDouble() < 0 ? -amount : amount);
  }

  private static OptionalDouble number(
      RegisterBlocks plan, Quantity quantity, List<byte[]> answers) {
    OptionalDouble value = plan.value(quantity.value(), answers);
    if (value.isEmpty() || quantity.exponent().isEmpty()) {
      return value;
    }
    OptionalDouble exponent = plan.value(quantity.exponent().get(), answers);
    if (exponent.isEmpty()) {
      return exponent;
    }
    double product = value.getAsDouble() * Math.pow(10, exponent.getAsDouble());
    return Double.isFinite(product) ? OptionalDouble.of(product) : OptionalDouble.empty();
  }
}
