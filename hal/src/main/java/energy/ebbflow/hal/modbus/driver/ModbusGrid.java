package energy.ebbflow.hal.modbus.driver;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.modbus.RegisterMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Asks a Modbus meter on the grid's side of the station for frequency and voltage. */
public final class ModbusGrid extends Poller {
  /** Our own: how often it is asked, ns of the board's clock. Trips in less are not kept. */
  static final long EVERY_NANOS = 200_000_000L;

  private final RegisterMap map;
  private final RegisterSource source;

  ModbusGrid(RegisterMap map, RegisterSource source, ReadingSink sink, BoardClock clock) {
    super(
        Reading.DeviceFault.GRID_METER, "frequency and voltage of the " + map.name(), sink, clock);
    this.map = map;
    this.source = source;
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
    List<byte[]> answers = new ArrayList<>();
    for (RegisterMap.Block block : map.blocks()) {
      answers.add(source.read(map.input(), block.address(), block.count()));
    }
    offer(
        map.grid(answers)
            .orElseThrow(() -> new IOException("its answer is too short or no number")));
  }
}
