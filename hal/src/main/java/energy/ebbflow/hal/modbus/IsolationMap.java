package energy.ebbflow.hal.modbus;

import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.hal.config.ConfigTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Where a kind of isolation monitor keeps what is needed. Data files, as {@link RegisterMap} has
 * them; {@code docs/register-maps.md} explains them.
 *
 * @param name what people call the monitor
 * @param input whether it answers on input registers, otherwise holding registers
 * @param kiloOhms isolation resistance
 * @param volts voltage between the DC lines, where it is connected
 * @param conditions what else the registers say
 * @param setup written when the monitor is found, and found again
 * @param selfTest written to start a self-test; empty if it has none
 */
public record IsolationMap(
    String name,
    boolean input,
    RegisterField kiloOhms,
    Optional<RegisterField> volts,
    List<Condition> conditions,
    List<Write> setup,
    List<Write> selfTest) {
  /** The maps that come along. */
  public static final List<String> KNOWN = List.of("bender-isocha425hv");

  /** Most conditions, and most writes of a kind. */
  private static final int MAX_TABLES = 32;

  private static final int MAX_ADDRESS = 65_535;
  private static final int MAX_VALUE = 0xFFFF;

  /** What a condition means. */
  public enum Meaning {
    /** The monitor tests itself: there is no value. */
    TESTING,
    /** The value means nothing. */
    INVALID,
    /** The voltage means nothing. */
    VOLTS_INVALID,
    /** The monitor is broken. */
    DEVICE_ERROR
  }

  /**
   * A register that says something about the measurement.
   *
   * @param meaning what it says if it holds
   * @param text for people
   * @param address of the register
   * @param mask bits that count
   * @param value what they are compared with
   * @param equal whether they must be equal, otherwise different
   */
  public record Condition(
      Meaning meaning, String text, int address, int mask, int value, boolean equal) {
    boolean holds(int register) {
      return (register & mask) == value == equal;
    }
  }

  /** A holding register and what is written to it. */
  public record Write(int address, int value) {}

  /**
   * What the monitor says.
   *
   * @param kiloOhms isolation resistance, at least 0; absent while it tests itself or has no value
   * @param volts between the DC lines; absent without a value
   * @param testing whether it tests itself
   * @param error what is wrong with it, for people
   */
  public record Measurement(
      OptionalDouble kiloOhms, OptionalDouble volts, boolean testing, Optional<String> error) {}

  public IsolationMap {
    conditions = List.copyOf(conditions);
    setup = List.copyOf(setup);
    selfTest = List.copyOf(selfTest);
  }

  /**
   * One of {@link #KNOWN}, or a file of the user.
   *
   * @param name the name of a map, or a path with a slash in it
   * @throws ConfigException if there is none of that name, or with every problem of the file
   */
  public static IsolationMap named(String name) throws ConfigException {
    return parse(RegisterMapFile.file("isolation", name, KNOWN, IsolationMap.class));
  }

  static IsolationMap parse(ConfigFile file) throws ConfigException {
    ConfigTable root = file.root();
    String title = root.string("name");
    boolean input = root.choice("registers", Registers.class) == Registers.INPUT;
    RegisterField kiloOhms = RegisterMapFile.field(root.table("kilo_ohms"), "address");
    Optional<RegisterField> volts =
        root.has("volts")
            ? Optional.of(RegisterMapFile.field(root.table("volts"), "address"))
            : Optional.empty();
    List<Condition> conditions = new ArrayList<>();
    for (ConfigTable table : root.tables("condition", 0, MAX_TABLES)) {
      conditions.add(condition(table));
    }
    List<Write> setup = writes(root, "setup");
    List<Write> selfTest = writes(root, "self_test");
    file.finish();
    return new IsolationMap(title, input, kiloOhms, volts, conditions, setup, selfTest);
  }

  private enum Registers {
    INPUT,
    HOLDING
  }

  private static Condition condition(ConfigTable table) {
    Meaning meaning = table.choice("means", Meaning.class);
    String text = table.string("text", "it reports an error");
    int address = (int) table.integer("address", 0, MAX_ADDRESS);
    int mask = (int) table.integer("mask", 1, MAX_VALUE, MAX_VALUE);
    boolean equal = !table.has("not_equal");
    int value = (int) table.integer(equal ? "equals" : "not_equal", 0, MAX_VALUE);
    if ((value & ~mask) != 0) {
      table.problem(equal ? "equals" : "not_equal", "bits of the mask only", "others, too");
    }
    return new Condition(meaning, text, address, mask, value, equal);
  }

  private static List<Write> writes(ConfigTable root, String key) {
    List<Write> writes = new ArrayList<>();
    for (ConfigTable table : root.tables(key, 0, MAX_TABLES)) {
      writes.add(
          new Write(
              (int) table.integer("address", 0, MAX_ADDRESS),
              (int) table.integer("value", 0, MAX_VALUE)));
    }
    return writes;
  }

  private Stream<RegisterField> all() {
    return Stream.of(
            Stream.of(kiloOhms), volts.stream(), conditions.stream().map(IsolationMap::register))
        .flatMap(fields -> fields);
  }

  private static RegisterField register(Condition condition) {
    return new RegisterField(condition.address(), RegisterField.Type.INT16, 1);
  }

  private RegisterBlocks plan() {
    return RegisterBlocks.plan(all(), RegisterMap.MAX_BLOCK);
  }

  /** What is to be asked for, as few blocks as possible. */
  public List<RegisterMap.Block> blocks() {
    return plan().blocks();
  }

  /**
   * What the registers mean.
   *
   * @param answers the bytes of {@link #blocks}, in that order
   * @return empty if an answer is too short
   */
  public Optional<Measurement> measurement(List<byte[]> answers) {
    RegisterBlocks plan = plan();
    if (!plan.fits(answers)) {
      return Optional.empty();
    }
    boolean testing = false;
    boolean valid = true;
    boolean voltsValid = true;
    Optional<String> error = Optional.empty();
    for (Condition condition : conditions) {
      if (condition.holds(plan.word(condition.address(), answers))) {
        switch (condition.meaning()) {
          case TESTING -> testing = true;
          case INVALID -> valid = false;
          case VOLTS_INVALID -> voltsValid = false;
          case DEVICE_ERROR -> error = Optional.of(condition.text());
        }
      }
    }
    OptionalDouble ohms = plan.value(kiloOhms, answers);
    boolean usable =
        valid && !testing && error.isEmpty() && ohms.isPresent() && ohms.getAsDouble() >= 0;
    OptionalDouble between =
        voltsValid && volts.isPresent() ? plan.value(volts.get(), answers) : OptionalDouble.empty();
    return Optional.of(
        new Measurement(usable ? ohms : OptionalDouble.empty(), between, testing, error));
  }
}
