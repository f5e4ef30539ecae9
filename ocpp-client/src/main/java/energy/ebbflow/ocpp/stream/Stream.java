package energy.ebbflow.ocpp.stream;

import java.util.Optional;

/**
 * A stream that belongs to a monitor.
 *
 * @param id 1 and up
 * @param monitor whose values it carries
 * @param interval seconds after which values are sent; absent or 0: time does not matter
 * @param values so many are sent together; absent or 0: their number does not matter
 */
public record Stream(int id, int monitor, Optional<Integer> interval, Optional<Integer> values) {
  /** Whether values are sent as they come. */
  boolean immediate() {
    return interval.orElse(0) == 0 && values.orElse(0) == 0;
  }

  Stream with(Optional<Integer> otherInterval, Optional<Integer> otherValues) {
    return new Stream(id, monitor, otherInterval, otherValues);
  }
}
