package energy.ebbflow.hal.attached;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.can.CanBus;
import energy.ebbflow.hal.can.linux.CanSocket;
import energy.ebbflow.hal.config.DriverOptions;
import energy.ebbflow.hal.infypower.InfyConfig;
import energy.ebbflow.hal.infypower.InfyMessage;
import energy.ebbflow.hal.infypower.driver.InfyConverter;
import java.io.IOException;
import java.util.Optional;

/**
 * Which power modules there are, and where.
 *
 * @param place CAN interface, or a socket file on the bench
 * @param config the modules
 */
record ConverterOptions(String place, InfyConfig config) {
  private static final String NAME = "converter";
  private static final String INFYPOWER = "infypower-beg";

  /** Without the option {@code converter} there are none. */
  static Optional<ConverterOptions> read(DriverOptions options) throws BoardException {
    Optional<String> name = options.optional(NAME);
    Optional<String> place = options.optional("converter_can");
    int group = options.integer("converter_group", 0, InfyMessage.MAX_ADDRESS, 0);
    int modules = options.integer("converter_modules", 1, InfyConfig.MAX_MODULES, 1);
    int least = options.integer("converter_modules_min", 1, modules, modules);
    boolean walkIn = options.flag("converter_walk_in", false);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (!name.get().equals(INFYPOWER)) {
      throw options.refused("option `converter`: expected " + INFYPOWER + ", got " + name.get());
    }
    if (place.isEmpty()) {
      throw options.refused("expected option `converter_can` with `converter`, got none");
    }
    return Optional.of(
        new ConverterOptions(place.get(), new InfyConfig(group, modules, least, walkIn)));
  }

  InfyConverter open(DriverOptions options, BoardClock clock) throws BoardException {
    CanBus.Opener opener = () -> CanSocket.open(place);
    try {
      return new InfyConverter(opener.open(), opener, config, clock);
    } catch (IOException e) {
      throw options.refused("option `converter_can`: " + e.getMessage());
    }
  }
}
