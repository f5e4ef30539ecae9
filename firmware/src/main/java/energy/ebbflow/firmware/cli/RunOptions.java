package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.config.Iso15118Section;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the command line says about one run.
 *
 * @param board the board file
 * @param driverOptions options that go before those of the board file
 * @param data folder of journal, store and key
 * @param events where event lines go: {@code -} is standard output
 * @param epochMillis wall-clock time at which the station's time is 0
 * @param speed seconds of the station in a real second
 * @param vehicleLink where vehicles are found
 * @param ocppUrl goes before the board file
 * @param identity goes before the board file
 * @param tls goes before the board file
 * @param pki folder of keys and roots
 * @param keyLog where the secrets of TLS are written down, on a board that permits it
 */
public record RunOptions(
    Path board,
    Map<String, String> driverOptions,
    Path data,
    Optional<String> events,
    OptionalLong epochMillis,
    double speed,
    VehicleLink vehicleLink,
    Optional<String> ocppUrl,
    Optional<String> identity,
    Optional<Iso15118Section.Tls> tls,
    Optional<Path> pki,
    Optional<Path> keyLog) {
  public RunOptions {
    driverOptions = Map.copyOf(driverOptions);
  }

  /** Where vehicles are found. */
  public sealed interface VehicleLink {
    /**
     * On network interfaces, by link-local multicast.
     *
     * @param byEvse name of the interface by number of the outlet
     */
    record Interfaces(Map<Integer, String> byEvse) implements VehicleLink {
      public Interfaces {
        byEvse = Map.copyOf(byEvse);
      }
    }

    /** On {@code ::1}, without multicast; each outlet has its own port of discovery. */
    record Loopback() implements VehicleLink {}

    /** Where the board file says, or nowhere: basic charging only. */
    record None() implements VehicleLink {}
  }
}
