package energy.ebbflow.hal.modbus.driver;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.modbus.RegisterMap;
import java.io.IOException;

/** Asks a Modbus meter on the grid's side of the station for frequency and voltage. */
public final class ModbusGrid extends MapPoller {
  /** Our own: how often it is asked, ns of the board's clock. Trips in less are not kept. */
  static final long EVERY_NANOS = 200_000_000L;

  /** How long its last answer counts, ns: one lost answer is no lost meter. */
  static final long VALID_NANOS = validNanos(EVERY_NANOS);

  ModbusGrid(RegisterMap map, RegisterSource source, ReadingSink sink, BoardClock clock) {
    super(
        Reading.DeviceFault.GRID_METER,
        "frequency and voltage of the " + map.name(),
        map,
        source,
        sink,
        clock);
  }

  /** A meter; asked from now on. */
  public static ModbusGrid started(
      RegisterMap map,
      ModbusLines lines,
      ModbusPlace place,
      int unit,
      ReadingSink sink,
      BoardClock clock) {
    ModbusGrid meter = new ModbusGrid(map, lines.device(place, unit), sink, clock);
    meter.launch();
    return meter;
  }

  @Override
  long everyNanos() {
    return EVERY_NANOS;
  }

  @Override
  void ask() throws IOException {
    offer(
        map.grid(answers(), VALID_NANOS)
            .orElseThrow(() -> new IOException("its answer is too short or no number")));
  }
}
