package energy.ebbflow.ocpp.errand;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Something that takes long. Its end is told by an {@link ErrandEnd} with the same number. */
public sealed interface Errand {

  /**
   * Fetches a file.
   *
   * @param location http, https, ftp or ftps
   * @param target where it is put, once it is complete
   * @param bytesMax largest file that is taken
   */
  record Download(String location, Path target, long bytesMax) implements Errand {
    /** Locations may carry a password. */
    @Override
    public String toString() {
      return "Download to " + target;
    }
  }

  /**
   * Checks the signature of a file.
   *
   * @param certificate PEM, whose key signed it
   * @param signature base64
   */
  record Verify(Path image, String certificate, String signature) implements Errand {}

  /** Installs a file that was checked. */
  record Install(Path image) implements Errand {}

  /** The firmware that runs now is good and stays. */
  record Confirm() implements Errand {}

  /** The firmware before the one that runs now comes back. */
  record RollBack() implements Errand {}

  /**
   * Sends a log.
   *
   * @param location folder of http, https, ftp or ftps
   * @param fileName name it gets there
   */
  record Upload(String location, String fileName, LogExcerpt excerpt) implements Errand {
    /** Locations may carry a password. */
    @Override
    public String toString() {
      return "Upload of " + fileName;
    }
  }

  /** Which part of which log. Open ends hold everything. */
  record LogExcerpt(boolean security, Optional<Instant> from, Optional<Instant> to) {}
}
