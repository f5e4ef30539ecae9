package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.backoffice.EnergyManager;
import energy.ebbflow.firmware.config.EnergyManagerSection;
import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.firmware.loop.StationClock;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.der.DerSupport;
import energy.ebbflow.ocpp.domain.BackOffice;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.outbox.OpenTransaction;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the link to the local energy manager, where the board file names one. */
final class EnergyManagerDoor {
  private static final Logger LOG = LoggerFactory.getLogger(EnergyManagerDoor.class);
  private static final String DATABASE = "energy-manager.db";

  private EnergyManagerDoor() {}

  /**
   * Opens it; it connects when it is started.
   *
   * @param backOffice the link that money goes over
   * @param outlets takes bounds where the station stands alone
   */
  static Optional<EnergyManager> open(
      RunOptions options,
      StationConfig config,
      StationClock clock,
      BackOfficeDoor backOffice,
      BackOffice.CommandSink outlets)
      throws UsageException {
    EnergyManagerSection section = config.energyManager();
    if (section.url().isEmpty()) {
      return Optional.empty();
    }
    try {
      Outlet[] told =
          config.board().evses().stream()
              .map(evse -> BackOfficeDoor.outlet(evse, config.energy(), DerSupport.NONE))
              .toArray(Outlet[]::new);
      OcppConfig.Builder builder =
          OcppConfig.builder(
                  URI.create(section.url().get()),
                  section.identity(),
                  options.data().resolve(DATABASE))
              .versions(BackOfficeDoor.versions(section.dialects()))
              .station(
                  config.ocpp().vendor(),
                  config.ocpp().model(),
                  config.ocpp().serial(),
                  BackOfficeDoor.FIRMWARE_VERSION)
              .outlets(told);
      OcppBackOffice link = open(builder, clock);
      endInterrupted(link, clock);
      return Optional.of(
          new EnergyManager(
              link,
              List.of(told).stream().map(Outlet::electrical).toList(),
              backOffice.office()::report,
              backOffice.present() ? Optional.empty() : Optional.of(outlets)));
    } catch (IllegalArgumentException | StorageException | IOException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  /** A link that nobody takes over is closed: what it leaves open corrects no time any more. */
  private static void endInterrupted(OcppBackOffice link, StationClock clock) {
    try {
      for (OpenTransaction open : link.openTransactions()) {
        link.endInterrupted(open, "PowerLoss", clock.now().steady());
      }
    } catch (StorageException failure) {
      link.close();
      throw failure;
    }
  }

  /**
   * What this link keeps is no money: where its database cannot be used it keeps it in a folder for
   * passing things, so that the site's limits are heard all the same.
   */
  private static OcppBackOffice open(OcppConfig.Builder builder, StationClock clock)
      throws IOException {
    try {
      return link(builder, clock);
    } catch (StorageException unusable) {
      Path passing = Files.createTempDirectory("ebbflow-energy-manager-");
      LOG.error(
          "{}; the energy manager is connected with a database in {}, which the next start forgets",
          unusable.getMessage(),
          passing);
      return link(builder.database(passing.resolve(DATABASE)), clock);
    }
  }

  private static OcppBackOffice link(OcppConfig.Builder builder, StationClock clock) {
    return OcppBackOffice.open(
        builder.build(), clock.forLinks(), (direction, type, id, action, payload) -> {});
  }
}
