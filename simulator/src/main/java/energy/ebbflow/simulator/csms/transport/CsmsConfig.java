package energy.ebbflow.simulator.csms.transport;

import energy.ebbflow.simulator.csms.Dialect;
import energy.ebbflow.simulator.csms.script.CsmsScript;
import java.time.Instant;
import java.util.List;

/**
 * How a back office is set up.
 *
 * @param host address to listen on
 * @param port 0 takes a free one
 * @param dialects accepted, best first
 * @param epoch the instant at which virtual time is 0
 */
public record CsmsConfig(
    String host, int port, List<Dialect> dialects, CsmsScript script, Instant epoch) {
  public CsmsConfig {
    dialects = List.copyOf(dialects);
    if (dialects.isEmpty()) {
      throw new IllegalArgumentException("expected at least one dialect");
    }
  }
}
