package energy.ebbflow.hal.attached;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.Volts;
import org.jspecify.annotations.Nullable;

/**
 * Knows the voltage on the vehicle's side of the contactors, and adds it to what the power modules
 * say. Thread-safe.
 *
 * <p>Power modules measure before the contactors. While these are closed both sides are one and the
 * modules are the quickest instrument; while they are open an isolation monitor or a DC meter that
 * is connected behind them tells. Without one, or when it has said nothing for {@link
 * #FRESH_NANOS}, the modules' own voltage is all there is: it errs to the safe side, because a
 * vehicle's side that is taken to be live is not touched.
 */
final class OutletVolts {
  /** Our own: two questions of the slowest instrument, a meter that is asked every second. */
  static final long FRESH_NANOS = 2_500_000_000L;

  private final BoardClock clock;
  private boolean closed;
  private @Nullable Volts measured;
  private long measuredNanos;

  OutletVolts(BoardClock clock) {
    this.clock = clock;
  }

  /** An instrument behind the contactors has measured. */
  synchronized void measured(Volts volts) {
    measured = volts;
    measuredNanos = clock.nanos();
  }

  /** Readings of a board on their way to the EVSE. */
  ReadingSink before(ReadingSink sink) {
    return reading -> sink.offer(complete(reading));
  }

  /** Readings of a DC meter behind the contactors, on the same way. */
  ReadingSink meterBefore(ReadingSink sink) {
    return reading -> {
      if (reading instanceof Reading.Meter meter) {
        measured(meter.phaseVoltages().getFirst());
      }
      return sink.offer(reading);
    };
  }

  private synchronized Reading complete(Reading reading) {
    if (reading instanceof Reading.Contactor contactor) {
      closed = contactor.closed();
    }
    Volts outlet = measured;
    if (reading instanceof Reading.Converter converter
        && !closed
        && outlet != null
        && clock.nanos() - measuredNanos < FRESH_NANOS) {
      return new Reading.Converter(converter.volts(), converter.amps(), outlet);
    }
    return reading;
  }
}
