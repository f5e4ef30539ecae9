package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.firmware.vehicles.FleetFile;
import energy.ebbflow.hal.config.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The fleet file of a board file. */
final class Fleet {
  private Fleet() {}

  /** Reads it; a relative name is one beside the board file. */
  static List<FleetFile.Entry> read(StationConfig config, Path board) throws UsageException {
    Optional<String> name = config.basic().minimumCurrent().fleetFile();
    if (name.isEmpty()) {
      return List.of();
    }
    Path file = board.toAbsolutePath().resolveSibling(name.get());
    if (!Files.exists(file)) {
      throw new UsageException(
          board
              + ": key `energy.minimum_current.fleet_file`: expected a file, got nothing of the name "
              + file);
    }
    try {
      return FleetFile.read(file);
    } catch (ConfigException wrong) {
      throw new UsageException(String.join(System.lineSeparator(), wrong.problems()), wrong);
    }
  }
}
