package energy.ebbflow.hal.modbus;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.WattHours;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.hal.config.ConfigTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a kind of meter keeps what is needed. The maps are data files beside this class; a new
 * meter needs a new file and no code.
 *
 * @param name what people call the meter
 * @param input whether it answers on input registers (function 4) or holding registers (3)
 * @param volts line to neutral, one field per phase
 * @param amps one field per phase; their sign is taken from the power of the phase
 * @param phaseWatts one field per phase
 * @param watts all phases together
 * @param imported energy towards the vehicle, Wh
 * @param exported energy from the vehicle, Wh
 */
public record RegisterMap(
    String name,
    boolean input,
    List<RegisterField> volts,
    List<RegisterField> amps,
    List<RegisterField> phaseWatts,
    RegisterField watts,
    RegisterField imported,
    RegisterField exported) {
  /** Most registers that are asked for at once; Eastron meters refuse more than 80. */
  public static final int MAX_BLOCK = 80;

  /** The maps that come along. */
  public static final List<String> KNOWN = List.of("eastron-sdm630", "eastron-sdm72dm-v2");

  private enum Registers {
    INPUT,
    HOLDING
  }

  /** Registers that are asked for at once. */
  public record Block(int address, int count) {}

  public RegisterMap {
    volts = List.copyOf(volts);
    amps = List.copyOf(amps);
    phaseWatts = List.copyOf(phaseWatts);
    if (volts.size() != amps.size() || amps.size() != phaseWatts.size() || volts.isEmpty()) {
      throw new IllegalArgumentException("a register map expects the same phases everywhere");
    }
  }

  /**
   * One of {@link #KNOWN}.
   *
   * @throws ConfigException if there is none of that name
   */
  public static RegisterMap named(String name) throws ConfigException {
    String file = name + ".toml";
    if (!KNOWN.contains(name)) {
      throw new ConfigException(
          List.of("meter: expected one of " + String.join(", ", KNOWN) + ", got " + name));
    }
    try (InputStream in = RegisterMap.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the register map " + file + " is missing from the build");
      }
      return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a map.
   *
   * @param name how error lines call it
   * @throws ConfigException with every problem of the text
   */
  public static RegisterMap parse(String name, String text) throws ConfigException {
    ConfigFile file = ConfigFile.parse(name, text);
    ConfigTable root = file.root();
    String title = root.string("name");
    boolean input = root.choice("registers", Registers.class) == Registers.INPUT;
    int phases = (int) root.integer("phases", 1, 3);
    List<RegisterField> volts = fields(root.table("volts"), phases);
    List<RegisterField> amps = fields(root.table("amps"), phases);
    List<RegisterField> phaseWatts = fields(root.table("phase_watts"), phases);
    RegisterField watts = field(root.table("watts"), "address");
    RegisterField imported = field(root.table("imported_watt_hours"), "address");
    RegisterField exported = field(root.table("exported_watt_hours"), "address");
    file.finish();
    return new RegisterMap(title, input, volts, amps, phaseWatts, watts, imported, exported);
  }

  private static List<RegisterField> fields(ConfigTable table, int phases) {
    List<RegisterField> fields = new ArrayList<>();
    for (int phase = 1; phase <= phases; phase++) {
      fields.add(field(table, "l" + phase));
    }
    return fields;
  }

  private static RegisterField field(ConfigTable table, String key) {
    return new RegisterField(
        (int) table.integer(key, 0, 65_535),
        table.choice("type", RegisterField.Type.class),
        table.number("scale", 1e-9, 1e9, 1));
  }

  private Stream<RegisterField> all() {
    return Stream.of(volts.stream(), amps.stream(), phaseWatts.stream(), totals())
        .flatMap(fields -> fields);
  }

  private Stream<RegisterField> totals() {
    return Stream.of(watts, imported, exported);
  }

  /** What is to be asked for, as few blocks as possible. */
  public List<Block> blocks() {
    List<RegisterField> sorted =
        all().sorted((a, b) -> Integer.compare(a.address(), b.address())).toList();
    List<Block> blocks = new ArrayList<>();
    for (RegisterField field : sorted) {
      Block last = blocks.isEmpty() ? null : blocks.getLast();
      if (last != null && field.end() - last.address() <= MAX_BLOCK) {
        int count = Math.max(last.count(), field.end() - last.address());
        blocks.set(blocks.size() - 1, new Block(last.address(), count));
      } else {
        blocks.add(new Block(field.address(), field.type().registers()));
      }
    }
    return blocks;
  }

  /**
   * What the registers mean.
   *
   * @param answers the bytes of {@link #blocks}, in that order
   * @return empty if an answer is too short or a value is no number
   */
  public Optional<Reading.Meter> reading(List<byte[]> answers) {
    List<Block> blocks = blocks();
    if (answers.size() != blocks.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (answers.get(i).length != blocks.get(i).count() * 2) {
        return Optional.empty();
      }
    }
    if (all().anyMatch(field -> !Double.isFinite(value(field, blocks, answers)))) {
      return Optional.empty();
    }
    List<Amps> currents = new ArrayList<>();
    List<Volts> voltages = new ArrayList<>();
    for (int phase = 0; phase < volts.size(); phase++) {
      double sign = Math.signum(value(phaseWatts.get(phase), blocks, answers));
      double amount = Math.abs(value(amps.get(phase), blocks, answers));
      currents.add(new Amps(sign < 0 ? -amount : amount));
      voltages.add(new Volts(value(volts.get(phase), blocks, answers)));
    }
    return Optional.of(
        new Reading.Meter(
            new WattHours(value(imported, blocks, answers)),
            new WattHours(value(exported, blocks, answers)),
            new Watts(value(watts, blocks, answers)),
            currents,
            voltages));
  }

  private static double value(RegisterField field, List<Block> blocks, List<byte[]> answers) {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (field.address() >= block.address() && field.end() <= block.address() + block.count()) {
        return field.read(answers.get(i), block.address());
      }
    }
    throw new IllegalStateException("the field at " + field.address() + " is in no block");
  }
}
