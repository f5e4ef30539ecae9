package energy.ebbflow.ocpp.errand;

import energy.ebbflow.ocpp.display.Screen;
import java.util.Optional;

/**
 * What the link needs of the station beside its outlets.
 *
 * @param installer absent where firmware cannot be updated by the back office
 * @param diagnostics absent where there is no log to be sent
 * @param screen absent where people have nothing to read
 */
public record StationPorts(
    Optional<FirmwareInstaller> installer,
    Optional<DiagnosticsSource> diagnostics,
    Optional<Screen> screen) {
  /** Of a station without a screen. */
  public StationPorts(
      Optional<FirmwareInstaller> installer, Optional<DiagnosticsSource> diagnostics) {
    this(installer, diagnostics, Optional.empty());
  }

  /** Nothing of it. */
  public static final StationPorts NONE = new StationPorts(Optional.empty(), Optional.empty());
}
