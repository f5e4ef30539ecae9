package energy.ebbflow.simulator.mcu.driver;

import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersResponse;
import com.digitalpetri.modbus.server.ModbusRequestContext;
import com.digitalpetri.modbus.server.ModbusServices;
import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import energy.ebbflow.hal.Reading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The meter of the emulated board behind Modbus TCP, with the input registers of an Eastron
 * SDM72DM-V2 (IEEE 754, high word first, energy in kWh).
 */
final class McuMeter implements AutoCloseable {
  private static final int REGISTERS = 128;
  private static final int VOLTS = 0;
  private static final int AMPS = 6;
  private static final int PHASE_WATTS = 12;
  private static final int WATTS = 52;
  private static final int IMPORTED_KWH = 72;
  private static final int EXPORTED_KWH = 74;
  private static final int FLOAT_REGISTERS = 2;

  private final ModbusTcpServer server;

  private McuMeter(ModbusTcpServer server) {
    this.server = server;
  }

  /**
   * Listens on 127.0.0.1.
   *
   * @param newest what the meter counts; absent until it has counted
   * @throws IOException if the port is taken
   */
  static McuMeter listen(int port, Supplier<Optional<Reading.Meter>> newest) throws IOException {
    ModbusTcpServer server =
        ModbusTcpServer.create(
            NettyTcpServerTransport.create(
                config -> {
                  config.bindAddress = "127.0.0.1";
                  config.port = port;
                }),
            new Registers(newest));
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("the meter cannot listen on port " + port + ": " + e.getMessage(), e);
    }
    return new McuMeter(server);
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the meter did not close: " + e.getMessage(), e);
    }
  }

  private record Registers(Supplier<Optional<Reading.Meter>> newest) implements ModbusServices {
    @Override
    public ReadInputRegistersResponse readInputRegisters(
        ModbusRequestContext context, int unit, ReadInputRegistersRequest request) {
      ByteBuffer all = ByteBuffer.allocate(REGISTERS * 2);
      newest.get().ifPresent(meter -> fill(all, meter));
      byte[] block = new byte[request.quantity() * 2];
      int from = request.address() * 2;
      for (int i = 0; i < block.length && from + i < REGISTERS * 2; i++) {
        block[i] = all.get(from + i);
      }
      return new ReadInputRegistersResponse(block);
    }

    private static void fill(ByteBuffer all, Reading.Meter meter) {
      for (int phase = 0; phase < meter.phaseVoltages().size(); phase++) {
        double volts = meter.phaseVoltages().get(phase).value();
        double amps = meter.phaseCurrents().get(phase).value();
        put(all, VOLTS + phase * FLOAT_REGISTERS, volts);
        put(all, AMPS + phase * FLOAT_REGISTERS, Math.abs(amps));
        put(all, PHASE_WATTS + phase * FLOAT_REGISTERS, volts * amps);
      }
      put(all, WATTS, meter.power().value());
      put(all, IMPORTED_KWH, meter.imported().value() / 1000);
      put(all, EXPORTED_KWH, meter.exported().value() / 1000);
    }

    private static void put(ByteBuffer all, int register, double value) {
      all.putFloat(register * 2, (float) value);
    }
  }
}
