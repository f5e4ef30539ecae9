package energy.ebbflow.simulator.hardware;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.hal.Reading;
import java.util.Optional;

/** The electrical half of a station, which the played devices drive and measure. Thread-safe. */
public interface Circuit {
  void apply(PilotSignal signal);

  /** Closes the contactors, or opens them with 0 phases. */
  void contactors(int phases);

  void lock(boolean locked);

  void convert(PowerConverter.Command command);

  /** The last reading of a kind; empty before the first. */
  <R extends Reading> Optional<R> last(Class<R> kind);

  /** Positive peak of the pilot line, V; 12 V before it is measured. */
  default double pilotVolts() {
    return last(Reading.Pilot.class).map(pilot -> pilot.high().value()).orElse(12.0);
  }

  /** Whether the contactors touch. */
  default boolean closed() {
    return last(Reading.Contactor.class).map(Reading.Contactor::closed).orElse(false);
  }

  /** Current at the outlet, A, signed. */
  default double amps() {
    return last(Reading.Meter.class)
        .map(meter -> meter.phaseCurrents().getFirst().value())
        .orElse(0.0);
  }
}
