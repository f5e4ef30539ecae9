package energy.ebbflow.ocpp.errand;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Puts firmware into place: the port to whatever the board's system has for it, for example a
 * second partition. Called on a thread of its own, one call at a time; may take minutes.
 */
public interface FirmwareInstaller {
  /**
   * Installs an image whose signature has been checked.
   *
   * @return whether the station has to restart before it counts
   * @throws IOException when the image is none, or could not be put into place; the firmware that
   *     runs stays
   */
  boolean install(Path image) throws IOException;

  /**
   * The firmware that runs since the last restart is good and stays.
   *
   * @throws IOException when that could not be noted
   */
  void confirm() throws IOException;

  /**
   * The firmware before it comes back with the next restart.
   *
   * @throws IOException when there is none
   */
  void rollBack() throws IOException;
}
