package energy.ebbflow.simulator.ev.loop;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.simulator.ev.body.BodyView;
import java.io.PrintStream;
import java.util.Optional;

/** The vehicle's event lines: one JSON object a line. Called on the vehicle's thread. */
final class EvEvents {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double MILLIS = 1000;
  private static final double TENTHS = 10;

  private final Optional<PrintStream> out;
  private final BenchTime time;

  /** Writes to {@code out}, or nowhere. */
  EvEvents(Optional<PrintStream> out, BenchTime time) {
    this.out = out;
    this.time = time;
  }

  void state(String name) {
    write(line("state").put("name", name));
  }

  void phase(String name, boolean begins) {
    write(line("phase").put("name", name).put("state", begins ? "begin" : "end"));
  }

  void log(String text) {
    write(line("log").put("level", "info").put("text", text));
  }

  void sample(BodyView body) {
    double amps = body.inletAmps();
    double volts = body.inletVolts();
    ObjectNode line = line("sample");
    line.put("volts", tenths(volts)).put("amps", tenths(amps));
    line.put("watts", Math.round(volts * amps));
    line.put("soc", Math.round(body.socPercent() * MILLIS) / MILLIS);
    line.put("batteryVolts", tenths(body.batteryVolts()));
    line.put("phaseAmps", tenths(body.phaseAmps()));
    write(line);
  }

  void end(String outcome, double socStart, double socEnd) {
    write(
        line("end")
            .put("outcome", outcome)
            .put("socStart", Math.round(socStart * MILLIS) / MILLIS)
            .put("socEnd", Math.round(socEnd * MILLIS) / MILLIS));
  }

  private static double tenths(double value) {
    return Math.round(value * TENTHS) / TENTHS;
  }

  private ObjectNode line(String kind) {
    double t = Math.round(time.seconds() * MILLIS) / MILLIS;
    return JSON.createObjectNode().put("t", t).put("who", "ev").put("kind", kind);
  }

  private void write(ObjectNode line) {
    out.ifPresent(
        stream -> {
          stream.println(line);
          stream.flush();
        });
  }
}
