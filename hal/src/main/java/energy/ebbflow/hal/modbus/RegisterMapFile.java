package energy.ebbflow.hal.modbus;

import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.hal.config.ConfigTable;
import energy.ebbflow.hal.modbus.RegisterMap.Identity;
import energy.ebbflow.hal.modbus.RegisterMap.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the data files of {@link RegisterMap}. */
final class RegisterMapFile {
  /** Where Modbus addresses end. */
  private static final int MAX_ADDRESS = 65_535;

  /** The most that one Modbus answer holds. */
  private static final int MAX_REGISTERS = 125;

  private enum Registers {
    INPUT,
    HOLDING
  }

  private enum IdentityKind {
    TEXT,
    NUMBER
  }

  private RegisterMapFile() {}

  static RegisterMap named(String name) throws ConfigException {
    return parse(file("meter", name, RegisterMap.KNOWN, RegisterMap.class));
  }

  /**
   * A data file that comes along, or the user's own.
   *
   * @param what how messages call what is described
   * @param name a known name, or a path with a slash in it
   * @param beside the class beside which the known files are
   * @throws ConfigException if there is no such file
   */
  static ConfigFile file(String what, String name, List<String> known, Class<?> beside)
      throws ConfigException {
    if (name.contains("/") && !name.contains("\0")) {
      return ConfigFile.read(Path.of(name));
    }
    if (!known.contains(name)) {
      throw new ConfigException(
          List.of(
              what
                  + ": expected one of "
                  + String.join(", ", known)
                  + ", or the path of a file, got "
                  + name));
    }
    String file = name + ".toml";
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the register map " + file + " is missing from the build");
      }
      return ConfigFile.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a map.
   *
   * @throws ConfigException with every problem of the text
   */
  static RegisterMap parse(ConfigFile file) throws ConfigException {
    ConfigTable root = file.root();
    String title = root.string("name");
    boolean input = root.choice("registers", Registers.class) == Registers.INPUT;
    int blockMax = (int) root.integer("registers_at_once", 4, MAX_REGISTERS, RegisterMap.MAX_BLOCK);
    int phases = (int) root.integer("phases", 1, 3);
    List<Quantity> volts = fields(root.table("volts"), phases);
    List<Quantity> amps = fields(root.table("amps"), phases);
    List<Quantity> phaseWatts =
        root.has("phase_watts") ? fields(root.table("phase_watts"), phases) : List.of();
    Quantity watts = quantity(root.table("watts"), "address");
    Quantity imported = quantity(root.table("imported_watt_hours"), "address");
    Quantity exported = quantity(root.table("exported_watt_hours"), "address");
    Optional<Identity> identity =
        root.has("identity") ? Optional.of(identity(root.table("identity"))) : Optional.empty();
    Optional<Quantity> hertz =
        root.has("hertz")
            ? Optional.of(quantity(root.table("hertz"), "address"))
            : Optional.empty();
    file.finish();
    return new RegisterMap(
        title,
        input,
        blockMax,
        volts,
        amps,
        phaseWatts,
        watts,
        imported,
        exported,
        identity,
        hertz);
  }

  private static List<Quantity> fields(ConfigTable table, int phases) {
    List<Quantity> fields = new ArrayList<>();
    for (int phase = 1; phase <= phases; phase++) {
      fields.add(quantity(table, "l" + phase));
    }
    return fields;
  }

  /** One field of a table that says type and scale. */
  static RegisterField field(ConfigTable table, String key) {
    RegisterField.Type type = table.choice("type", RegisterField.Type.class);
    int address = (int) table.integer(key, 0, MAX_ADDRESS);
    if (table.sound(key) && address + type.registers() - 1 > MAX_ADDRESS) {
      table.problem(
          key,
          "an address with " + type.registers() + " registers up to " + MAX_ADDRESS,
          Integer.toString(address));
    }
    return new RegisterField(address, type, scale(table));
  }

  private static double scale(ConfigTable table) {
    double scale = table.number("scale", -1e9, 1e9, 1);
    if (scale == 0) {
      table.problem("scale", "a number that is not 0", "0");
    }
    return scale;
  }

  private static Quantity quantity(ConfigTable table, String key) {
    RegisterField value = field(table, key);
    // A power of ten in a register of its own; 0xFFFF is -1 there and no sign of absence.
    Optional<RegisterField> exponent =
        table.has("exponent")
            ? Optional.of(
                new RegisterField(
                    (int) table.integer("exponent", 0, MAX_ADDRESS), RegisterField.Type.INT16, 1))
            : Optional.empty();
    return new Quantity(value, exponent);
  }

  private static Identity identity(ConfigTable table) {
    return new Identity(
        table.choice("registers", Registers.class) == Registers.INPUT,
        (int) table.integer("address", 0, MAX_ADDRESS),
        (int) table.integer("count", 1, 32),
        table.choice("kind", IdentityKind.class) == IdentityKind.TEXT);
  }
}
