package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.config.Iso15118Section.Tls;
import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.firmware.events.EventLines;
import energy.ebbflow.firmware.vehicle.FrameLines;
import energy.ebbflow.firmware.vehicle.OfficeCredentials;
import energy.ebbflow.firmware.vehicle.VehicleDoor;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.PkiException;
import energy.ebbflow.iso15118.pki.Profile;
import energy.ebbflow.iso15118.sdp.SdpRequest;
import energy.ebbflow.iso15118.transport.SeccServer;
import energy.ebbflow.iso15118.transport.SeccServerConfig;
import energy.ebbflow.iso15118.transport.SeccServerConfig.TlsPolicy;
import energy.ebbflow.iso15118.transport.TransportException;
import energy.ebbflow.iso15118.transport.tls.KeyLog;
import energy.ebbflow.ocpp.OcppBackOffice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where vehicles find the station: each outlet has its own link, with its own discovery and ports,
 * on an interface of its own or on a bench.
 */
final class VehicleLinkDoor {
  private static final Logger LOG = LoggerFactory.getLogger(VehicleLinkDoor.class);

  private final RunOptions options;
  private final KeyLog keyLog;
  private final StationConfig config;
  private final EventLines events;

  /** Where one outlet is found. */
  private sealed interface Place {
    record On(String interfaceName) implements Place {}

    record Bench(int sdpPort) implements Place {}
  }

  private final int benchPort;
  private Optional<OcppBackOffice> office = Optional.empty();
  private Runnable connected = () -> {};

  VehicleLinkDoor(RunOptions options, StationConfig config, EventLines events)
      throws UsageException {
    this(options, config, events, SdpRequest.PORT);
  }

  /**
   * Makes the door.
   *
   * @param benchPort UDP port of discovery of the first outlet on a bench; the next has the next
   */
  VehicleLinkDoor(RunOptions options, StationConfig config, EventLines events, int benchPort)
      throws UsageException {
    this.benchPort = benchPort;
    this.options = options;
    this.config = config;
    this.events = events;
    refuseStrangers();
    refuseSharing();
    keyLog = keyLog();
  }

  /**
   * A file that was named by mistake, or by somebody else, opens nothing: the board must permit.
   */
  private KeyLog keyLog() throws UsageException {
    if (options.keyLog().isEmpty()) {
      return KeyLog.OFF;
    }
    if (!config.iso15118().keyLog()) {
      throw new UsageException(
          "--keylog writes down the secrets of TLS and expects a board file that permits it"
              + " (iso15118.key_log = true), "
              + options.board()
              + " does not");
    }
    try {
      return KeyLog.to(options.keyLog().get());
    } catch (IOException unwritable) {
      throw new UsageException(
          "--keylog expects a file that can be written, got " + options.keyLog().get(), unwritable);
    }
  }

  private void refuseStrangers() throws UsageException {
    int outlets = config.board().evses().size();
    if (options.vehicleLink() instanceof RunOptions.VehicleLink.Interfaces given) {
      for (int evse : given.byEvse().keySet()) {
        if (evse > outlets) {
          throw new UsageException(
              "--interface names outlet " + evse + ", the board file has " + outlets);
        }
      }
    }
  }

  /** A vehicle that asks on a link must find one outlet, the one it is plugged into. */
  private void refuseSharing() throws UsageException {
    Map<String, Integer> taken = new HashMap<>();
    for (EvseConfig evse : config.board().evses()) {
      if (place(evse.id()).orElse(null) instanceof Place.On on) {
        Integer other = taken.put(on.interfaceName(), evse.id());
        if (other != null) {
          throw new UsageException(
              "each outlet needs its own network interface: outlets "
                  + other
                  + " and "
                  + evse.id()
                  + " are both given "
                  + on.interfaceName());
        }
      }
    }
  }

  private Optional<Place> place(int evse) {
    if (!config.iso15118().enabled() || !config.outlet(evse).digital()) {
      return Optional.empty();
    }
    Optional<Place> ofBoard = config.outlet(evse).networkInterface().map(Place.On::new);
    return switch (options.vehicleLink()) {
      case RunOptions.VehicleLink.Interfaces given ->
          Optional.ofNullable(given.byEvse().get(evse)).<Place>map(Place.On::new).or(() -> ofBoard);
      case RunOptions.VehicleLink.Loopback loopback ->
          Optional.of(new Place.Bench(benchPort + evse - 1));
      case RunOptions.VehicleLink.None none -> ofBoard;
    };
  }

  /** Whether vehicles at this outlet can speak by messages. */
  boolean usable(EvseConfig evse) throws UsageException {
    boolean linked = place(evse.id()).isPresent();
    if (!linked && evse.outlet() instanceof EvseConfig.Outlet.Dc) {
      throw new UsageException(
          "EVSE "
              + evse.id()
              + " is DC and needs a vehicle link: expected --interface "
              + (evse.id() == 1 ? "" : evse.id() + "=")
              + "IF or --loopback and iso15118.enabled = true, got none");
    }
    return linked;
  }

  /** Before {@link #open}: who adds to the credentials in files. */
  void office(Optional<OcppBackOffice> given) {
    office = given;
  }

  /** Before {@link #open}: who is told when a vehicle's connection comes in. */
  void connected(Runnable told) {
    connected = told;
  }

  /** What the station shows to vehicles from files, each chain with its root where it is known. */
  List<List<X509Certificate>> chains() throws UsageException {
    List<List<X509Certificate>> chains = new ArrayList<>();
    Optional<Credentials> known = credentials();
    for (Profile profile : Profile.values()) {
      try {
        for (Identity identity :
            known.isPresent() ? known.get().identities(profile) : List.<Identity>of()) {
          List<X509Certificate> chain = new ArrayList<>(identity.chain());
          identity.root().ifPresent(chain::add);
          chains.add(chain);
        }
      } catch (PkiException unusable) {
        // Whoever opens the link names the fault.
        LOG.debug("{}: {}", profile, unusable.getMessage());
      }
    }
    return chains;
  }

  /** Opens the links where they are wanted; what was opened is handed to {@code opened} at once. */
  void open(Map<Integer, VehicleDoor> doors, Consumer<SeccServer> opened) throws UsageException {
    for (Map.Entry<Integer, VehicleDoor> entry : doors.entrySet()) {
      Optional<Place> place = place(entry.getKey());
      if (place.isPresent()) {
        opened.accept(open(entry.getKey(), place.get(), entry.getValue()));
      }
    }
  }

  private SeccServer open(int evse, Place place, VehicleDoor door) throws UsageException {
    Optional<Credentials> credentials = credentials();
    TlsPolicy policy = policy(credentials.isPresent());
    SeccServerConfig server =
        switch (place) {
          case Place.On on -> SeccServerConfig.on(on.interfaceName(), policy);
          case Place.Bench bench ->
              new SeccServerConfig(Optional.empty(), policy, true, 0, 0, bench.sdpPort());
        };
    try {
      return SeccServer.start(
          server.with(keyLog),
          credentials,
          door,
          new FrameLines(evse, events, door::approached, connected));
    } catch (TransportException failure) {
      throw new UsageException(
          "vehicle link of EVSE " + evse + ": " + failure.getMessage(), failure);
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
      Credentials files = PemFolder.forCharger(folder);
      return Optional.of(
          office.<Credentials>map(o -> new OfficeCredentials(files, o)).orElse(files));
    }
    if (options.pki().isPresent() || wanted() == Tls.REQUIRED) {
      throw new UsageException("--pki expects a folder with keys for TLS, got " + folder);
    }
    LOG.warn("no keys in {}: vehicles are served without TLS", folder);
    return Optional.empty();
  }
}
