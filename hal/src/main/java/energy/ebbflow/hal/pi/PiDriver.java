package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.OptionProblem;
import energy.ebbflow.hal.attached.AttachedDevices;
import energy.ebbflow.hal.attached.SharedDevices;
import energy.ebbflow.hal.config.DriverOptions;
import energy.ebbflow.hal.linux.Hardware;
import energy.ebbflow.hal.linux.Pi4jHardware;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Boards whose pilot, contactors and lock hang on the lines of a Raspberry Pi: {@code driver =
 * "raspberry-pi"}. Its options are explained in {@code board-configs/README.md}.
 */
public final class PiDriver implements BoardDriver {
  /** The value of the board file's {@code driver} key. */
  public static final String NAME = "raspberry-pi";

  private final String name;
  private final HardwareFor hardware;

  /** Opens the lines of an outlet. */
  @FunctionalInterface
  public interface HardwareFor {
    /**
     * Opens what the outlet's devices hang on.
     *
     * @throws IOException with one line for people
     */
    Hardware open(EvseConfig evse) throws IOException;
  }

  /** Found by the service loader; drives real lines. */
  public PiDriver() {
    this(NAME, evse -> Pi4jHardware.open());
  }

  /**
   * The same driver on other lines, for tests and the bench.
   *
   * @param name the value of the board file's {@code driver} key
   */
  public PiDriver(String name, HardwareFor hardware) {
    this.name = name;
    this.hardware = hardware;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<OptionProblem> check(BoardConfig board, EvseConfig evse) {
    PiOptionReader reader = new PiOptionReader(board, evse);
    reader.read();
    PiCheck.check(board, evse, reader.problems());
    List<OptionProblem> problems = new ArrayList<>(reader.problems().problems());
    problems.addAll(AttachedDevices.check(options(board, evse, reader), evse));
    problems.addAll(SharedDevices.check(board, evse));
    return problems;
  }

  /** The options for the attached devices; ours are known already. */
  private DriverOptions options(BoardConfig board, EvseConfig evse, PiOptionReader reader) {
    DriverOptions options = new DriverOptions(name, board, evse);
    reader.problems().names().forEach(options::optional);
    return options;
  }

  @Override
  public List<String> devices(BoardConfig board, EvseConfig evse) {
    List<String> words = new ArrayList<>(PiWords.of(new PiOptionReader(board, evse).read()));
    words.addAll(SharedDevices.words(board, evse));
    return words;
  }

  @Override
  public Set<String> sensors(BoardConfig board, EvseConfig evse) {
    return new PiOptionReader(board, evse)
        .read().temperatures().stream().map(PiOptions.Sensor::name).collect(Collectors.toSet());
  }

  @Override
  public Board open(BoardConfig board, EvseConfig evse, BoardClock clock) throws BoardException {
    PiOptionReader reader = new PiOptionReader(board, evse);
    PiOptions read = reader.read();
    PiCheck.check(board, evse, reader.problems());
    DriverOptions options = options(board, evse, reader);
    for (OptionProblem problem : reader.problems().problems()) {
      throw options.refused("option `" + problem.option() + "`: " + problem.text());
    }
    AttachedDevices attached = AttachedDevices.open(options, evse, clock);
    try {
      return PiBoard.open("pi-" + evse.id(), read, hardware.open(evse), clock, attached);
    } catch (IOException e) {
      attached.close();
      throw options.refused(String.valueOf(e.getMessage()));
    }
  }
}
