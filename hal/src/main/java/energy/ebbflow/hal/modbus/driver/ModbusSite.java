package energy.ebbflow.hal.modbus.driver;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.modbus.RegisterMap;
import java.io.IOException;

/** Asks the meter of the site's connection; its import is what the site draws. */
public final class ModbusSite extends MapPoller {
  ModbusSite(RegisterMap map, RegisterSource source, ReadingSink sink, BoardClock clock) {
    super(
        Reading.DeviceFault.SITE_METER,
        "an answer of the " + map.name() + " every second",
        map,
        source,
        sink,
        clock);
  }

  /** A meter; asks from now on. */
  public static ModbusSite started(
      RegisterMap map,
      ModbusLines lines,
      ModbusPlace place,
      int unit,
      ReadingSink sink,
      BoardClock clock) {
    ModbusSite meter = new ModbusSite(map, lines.device(place, unit), sink, clock);
    meter.launch();
    return meter;
  }

  @Override
  long everyNanos() {
    return ModbusMeter.EVERY_NANOS;
  }

  @Override
  void ask() throws IOException {
    offer(
        map.reading(answers())
            .<Reading>map(reading -> new Reading.Site(reading.power()))
            .orElseThrow(() -> new IOException("its answer is too short or no number")));
  }
}
