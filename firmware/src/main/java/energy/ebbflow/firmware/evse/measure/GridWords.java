package energy.ebbflow.firmware.evse.measure;

import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the grid's frequency and voltage. A board may have two sources of them, the
 * outlet's own meter and one on the grid's side: the last word about each counts, for as long as
 * its source says. Immutable and pure.
 */
record GridWords(Optional<Word<Double>> frequency, Optional<Word<List<Double>>> voltages) {
  /** Nothing told yet. */
  static final GridWords NONE = new GridWords(Optional.empty(), Optional.empty());

  /** A value, and when it is no longer known. */
  record Word<T>(T value, long atNanos, long validNanos) {
    boolean fresh(long nowNanos) {
      return nowNanos - atNanos < validNanos;
    }
  }

  /** The same with another word. */
  GridWords with(Reading.GridQuality said, long nowNanos) {
    return new GridWords(
        said.hertz()
            .map(hertz -> new Word<>(hertz, nowNanos, said.validNanos()))
            .or(this::frequency),
        said.phaseVoltages().isEmpty()
            ? voltages
            : Optional.of(
                new Word<>(
                    said.phaseVoltages().stream().map(Volts::value).toList(),
                    nowNanos,
                    said.validNanos())));
  }

  /** Frequency in Hz; absent where nothing tells it now. */
  Optional<Double> hertz(long nowNanos) {
    return frequency.filter(word -> word.fresh(nowNanos)).map(Word::value);
  }

  /** Line to neutral, one value per phase; empty where nothing tells them now. */
  List<Double> volts(long nowNanos) {
    return voltages.filter(word -> word.fresh(nowNanos)).map(Word::value).orElse(List.of());
  }
}
