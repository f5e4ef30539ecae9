package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.config.BoardFile;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.hal.config.ConfigTable;
import energy.ebbflow.ocpp.domain.IdToken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole board file: the electrical part and the firmware's own tables. */
public record StationConfig(
    BoardConfig board,
    OcppSection ocpp,
    Iso15118Section iso15118,
    EnergySection energy,
    FirmwareSection firmware,
    List<OutletSection> outlets,
    BasicSection basic,
    EnergyManagerSection energyManager) {
  public StationConfig {
    outlets = List.copyOf(outlets);
  }

  /** How vehicles are met at an outlet; its number counts from 1. */
  public OutletSection outlet(int evse) {
    return outlets.get(evse - 1);
  }

  /**
   * Reads a board file.
   *
   * @throws ConfigException with every problem of the file, one line each
   */
  public static StationConfig read(Path path) throws ConfigException {
    ConfigFile file = ConfigFile.read(path);
    StationConfig config = read(file);
    file.finish();
    return config;
  }

  /**
   * Reads a board file and lets its driver check its options and devices.
   *
   * @param options driver options that go before those of the file
   * @param drivers those that could open the board
   * @param mustExist whether a driver that is not among them is a problem of the file
   * @throws ConfigException with every problem of the file, one line each
   */
  public static StationConfig read(
      Path path, Map<String, String> options, Iterable<BoardDriver> drivers, boolean mustExist)
      throws ConfigException {
    ConfigFile file = ConfigFile.read(path);
    StationConfig config = read(file);
    for (Map.Entry<String, String> option : options.entrySet()) {
      config = config.withDriverOption(option.getKey(), option.getValue());
    }
    if (file.problemsSoFar().isEmpty()) {
      DriverCheck.check(file.root(), config.board(), drivers, mustExist);
    }
    file.finish();
    return config;
  }

  /** Asks for every key; the answer may be used once {@link ConfigFile#finish} has returned. */
  static StationConfig read(ConfigFile file) {
    BoardConfig board = BoardFile.read(file.root());
    List<ConfigTable> tables = file.root().tables("evse", 1, BoardFile.MAX_EVSES);
    List<OutletSection> outlets = new ArrayList<>();
    for (EvseConfig evse : board.evses()) {
      boolean direct = evse.outlet() instanceof EvseConfig.Outlet.Dc;
      outlets.add(OutletSection.read(tables.get(outlets.size()).table("vehicle"), direct));
    }
    EnergySection energy = EnergySection.read(file.root().table("energy"));
    return new StationConfig(
        board,
        OcppSection.read(file.root().table("ocpp")),
        Iso15118Section.read(file.root().table("iso15118")),
        energy,
        FirmwareSection.read(file.root().table("firmware")),
        outlets,
        BasicSection.read(file.root().table("energy"), energy.basicAmpsMin(), board),
        EnergyManagerSection.read(file.root().table("energy_manager")));
  }

  /**
   * The token that is asked for as soon as a vehicle is plugged.
   *
   * @param backOffice there is somebody to ask
   */
  public Optional<IdToken> autoToken(boolean backOffice) {
    return firmware
        .autoAuthoriseToken()
        .map(token -> new IdToken(token, "Central"))
        .or(
            () ->
                !backOffice && firmware.standAlone() == FirmwareSection.StandAlone.EVERYBODY
                    ? Optional.of(NOBODY)
                    : Optional.empty());
  }

  /** OCPP's way to say that nobody had to identify. */
  private static final IdToken NOBODY = new IdToken("", "NoAuthorization");

  /** The same board with one driver option replaced. */
  public StationConfig withDriverOption(String key, String value) {
    return new StationConfig(
        board.withDriverOption(key, value),
        ocpp,
        iso15118,
        energy,
        firmware,
        outlets,
        basic,
        energyManager);
  }
}
