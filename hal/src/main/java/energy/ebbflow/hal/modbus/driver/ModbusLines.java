package energy.ebbflow.hal.modbus.driver;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Modbus connections of one board: devices at the same place share one, as devices on one
 * RS-485 line must. Owner: the thread that opens and closes the board.
 */
public final class ModbusLines implements AutoCloseable {
  private final Map<ModbusPlace, ModbusSource> lines = new LinkedHashMap<>();

  RegisterSource device(ModbusPlace place, int unit) {
    return lines
        .computeIfAbsent(
            place,
            absent ->
                switch (absent) {
                  case ModbusPlace.Tcp tcp -> ModbusSource.tcp(tcp.host(), tcp.port());
                  case ModbusPlace.Rtu rtu -> ModbusSource.rtu(rtu.port(), rtu.baud(), rtu.frame());
                })
        .unit(unit);
  }

  @Override
  public void close() {
    lines.values().forEach(ModbusSource::close);
    lines.clear();
  }
}
