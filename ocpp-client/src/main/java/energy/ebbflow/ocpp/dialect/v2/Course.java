package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.outbox.EndedValue;
import energy.ebbflow.ocpp.v2.metering.MeterValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** As much of the course of a transaction as one message carries. */
final class Course {
  /**
   * Our own: what the course may take in a frame, in bytes of UTF-8. Servers that take no frame
   * above 64 KiB are common; the rest is for the event itself, its signed values and costs.
   */
  static final int MOST_BYTES = 40 * 1_024;

  private final RecordWriter writer;

  Course(RecordWriter writer) {
    this.writer = writer;
  }

  /** A value as it is told, and what it takes. */
  private record Told(boolean clock, MeterValue value, int bytes) {}

  /**
   * The values, in their order. Where they are too much only every second one of its kind is told,
   * or every third, and so on, until they fit (J02.FR.14); the newest of a kind always is.
   *
   * @param mapping a value as it is told; absent: nothing of it is wanted
   */
  List<MeterValue> fitting(
      List<EndedValue> course, Function<EndedValue, Optional<MeterValue>> mapping) {
    List<Told> left = new ArrayList<>();
    for (EndedValue earlier : course) {
      mapping
          .apply(earlier)
          .ifPresent(value -> left.add(new Told(earlier.clock(), value, bytes(value))));
    }
    List<Told> told = left;
    for (int step = 2; bytes(told) > MOST_BYTES && step <= left.size(); step++) {
      told = every(step, left);
    }
    return bytes(told) > MOST_BYTES ? List.of() : told.stream().map(Told::value).toList();
  }

  private static int bytes(List<Told> values) {
    return values.stream().mapToInt(Told::bytes).sum();
  }

  private int bytes(MeterValue value) {
    // The comma that parts it from the next one.
    return StrictJson.write(writer.write(value)).getBytes(StandardCharsets.UTF_8).length + 1;
  }

  private static List<Told> every(int step, List<Told> values) {
    int[] ofKind = new int[2];
    List<Told> all = new ArrayList<>();
    for (Told value : values) {
      int kind = value.clock() ? 1 : 0;
      boolean newest =
          values.reversed().stream().filter(v -> v.clock() == value.clock()).findFirst().get()
              == value;
      if (ofKind[kind]++ % step == 0 || newest) {
        all.add(value);
      }
    }
    return all;
  }
}
