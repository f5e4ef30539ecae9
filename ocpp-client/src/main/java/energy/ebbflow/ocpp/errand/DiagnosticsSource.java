package energy.ebbflow.ocpp.errand;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * The station's own log, for a back office that asks for it (N01). Called on a thread of its own.
 */
@FunctionalInterface
public interface DiagnosticsSource {
  /**
   * Writes the lines of a span, oldest first; open ends hold everything.
   *
   * @param out ends the writing with an IOException once it holds as much as may be sent
   * @throws IOException when the log cannot be read, or {@code out} takes no more
   */
  void write(Optional<Instant> from, Optional<Instant> to, OutputStream out) throws IOException;
}
