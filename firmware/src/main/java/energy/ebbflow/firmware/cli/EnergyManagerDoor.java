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
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Opens the link to the local energy manager, where the board file names one. */
final class EnergyManagerDoor {
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
      OcppBackOffice link =
          OcppBackOffice.open(
              OcppConfig.builder(
                      URI.create(section.url().get()),
                      section.identity(),
                      options.data().resolve("energy-manager.db"))
                  .versions(BackOfficeDoor.versions(section.dialects()))
                  .station(
                      config.ocpp().vendor(),
                      config.ocpp().model(),
                      config.ocpp().serial(),
                      BackOfficeDoor.FIRMWARE_VERSION)
                  .outlets(told)
                  .build(),
              clock.forLinks(),
              (direction, type, id, action, payload) -> {});
      for (OpenTransaction open : link.openTransactions()) {
        link.endInterrupted(open, "PowerLoss", clock.now().steady());
      }
      return Optional.of(
          new EnergyManager(
              link,
              List.of(told).stream().map(Outlet::electrical).toList(),
              backOffice.office()::report,
              backOffice.present() ? Optional.empty() : Optional.of(outlets)));
    } catch (IllegalArgumentException | StorageException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()), wrong);
    }
  }
}
