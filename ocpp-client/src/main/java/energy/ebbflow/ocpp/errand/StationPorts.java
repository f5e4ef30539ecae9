package energy.ebbflow.ocpp.errand;

import java.util.Optional;

/**
 * What the link needs of the station beside its outlets.
 *
 * @param installer absent where firmware cannot be updated by the back office
 * @param diagnostics absent where there is no log to be sent
 */
public record StationPorts(
    Optional<FirmwareInstaller> installer, Optional<DiagnosticsSource> diagnostics) {
  /** Nothing of it. */
  public static final StationPorts NONE = new StationPorts(Optional.empty(), Optional.empty());
}
