package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.config.Iso15118Section.Tls;
import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.firmware.events.EventLines;
import energy.ebbflow.firmware.vehicle.FrameLines;
import energy.ebbflow.firmware.vehicle.VehicleDoor;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.transport.SeccServer;
import energy.ebbflow.iso15118.transport.SeccServerConfig;
import energy.ebbflow.iso15118.transport.SeccServerConfig.TlsPolicy;
import energy.ebbflow.iso15118.transport.TransportException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where vehicles find the station: the first outlet's link, on an interface or on a bench. */
final class VehicleLinkDoor {
  private static final Logger LOG = LoggerFactory.getLogger(VehicleLinkDoor.class);

  /** One link per station process: SDP has one port. */
  private static final int LINKED_EVSE = 1;

  private final RunOptions options;
  private final StationConfig config;
  private final EventLines events;

  VehicleLinkDoor(RunOptions options, StationConfig config, EventLines events) {
    this.options = options;
    this.config = config;
    this.events = events;
  }

  /** Whether vehicles at this outlet can speak ISO 15118. */
  boolean usable(EvseConfig evse) throws UsageException {
    boolean linked =
        config.iso15118().enabled()
            && config.outlet(evse.id()).digital()
            && evse.id() == LINKED_EVSE
            && !(options.vehicleLink() instanceof RunOptions.VehicleLink.None);
    if (!linked && evse.outlet() instanceof EvseConfig.Outlet.Dc) {
      throw new UsageException(
          "EVSE "
              + evse.id()
              + " is DC and needs a vehicle link: expected --interface IF or --loopback and"
              + " iso15118.enabled = true, got none");
    }
    return linked;
  }

  /** Opens the link where one is wanted. */
  Optional<SeccServer> open(Map<Integer, VehicleDoor> doors) throws UsageException {
    VehicleDoor door = doors.get(LINKED_EVSE);
    if (!config.iso15118().enabled()
        || door == null
        || options.vehicleLink() instanceof RunOptions.VehicleLink.None) {
      return Optional.empty();
    }
    Optional<Credentials> credentials = credentials();
    TlsPolicy policy = policy(credentials.isPresent());
    SeccServerConfig server =
        switch (options.vehicleLink()) {
          case RunOptions.VehicleLink.Interface on -> SeccServerConfig.on(on.name(), policy);
          case RunOptions.VehicleLink.Loopback loopback -> SeccServerConfig.loopback(policy);
          case RunOptions.VehicleLink.None none -> throw new IllegalStateException("no link");
        };
    try {
      return Optional.of(
          SeccServer.start(server, credentials, door, new FrameLines(events, door::approached)));
    } catch (TransportException failure) {
      throw new UsageException("vehicle link: " + failure.getMessage(), failure);
    }
  }

  private Tls wanted() {
    return options.tls().orElse(config.iso15118().tls());
  }

  private TlsPolicy policy(boolean haveKeys) {
    return switch (wanted()) {
      case OFF -> TlsPolicy.OFF;
      case OPTIONAL -> haveKeys ? TlsPolicy.OPTIONAL : TlsPolicy.OFF;
      case REQUIRED -> TlsPolicy.REQUIRED;
    };
  }

  private Optional<Credentials> credentials() throws UsageException {
    if (wanted() == Tls.OFF) {
      return Optional.empty();
    }
    Path folder = options.pki().orElse(options.data().resolve("pki"));
    if (Files.isDirectory(folder)) {
      return Optional.of(PemFolder.forCharger(folder));
    }
    if (options.pki().isPresent() || wanted() == Tls.REQUIRED) {
      throw new UsageException("--pki expects a folder with keys for TLS, got " + folder);
    }
    LOG.warn("no keys in {}: vehicles are served without TLS", folder);
    return Optional.empty();
  }
}
