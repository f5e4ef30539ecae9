package energy.ebbflow.simulator.hardware.driver;

import com.digitalpetri.modbus.exceptions.UnknownUnitIdException;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersResponse;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersResponse;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersResponse;
import com.digitalpetri.modbus.serial.server.SerialPortServerTransport;
import com.digitalpetri.modbus.server.ModbusRequestContext;
import com.digitalpetri.modbus.server.ModbusRtuServer;
import com.digitalpetri.modbus.server.ModbusServer;
import com.digitalpetri.modbus.server.ModbusServices;
import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import energy.ebbflow.hal.modbus.driver.ModbusPlace;
import energy.ebbflow.hal.serial.PseudoTerminal;
import energy.ebbflow.simulator.hardware.ModbusDevice;
import energy.ebbflow.simulator.hardware.RegisterImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Plays the Modbus devices of one place, each under its number. */
final class ModbusHost implements AutoCloseable {
  private final ModbusServer server;
  private final AutoCloseable line;

  private ModbusHost(ModbusServer server, AutoCloseable line) {
    this.server = server;
    this.line = line;
  }

  /**
   * Starts to answer.
   *
   * @param devices by their numbers
   * @throws IOException if the place cannot be had
   */
  static ModbusHost start(ModbusPlace place, Map<Integer, ModbusDevice> devices)
      throws IOException {
    Answers answers = new Answers(devices);
    ModbusHost host =
        switch (place) {
          case ModbusPlace.Tcp tcp -> tcp(tcp, answers);
          case ModbusPlace.Rtu rtu -> rtu(rtu, answers);
        };
    try {
      host.server.start();
    } catch (Exception e) {
      host.close();
      throw new IOException("cannot play Modbus at " + place + ": " + e.getMessage(), e);
    }
    return host;
  }

  private static ModbusHost tcp(ModbusPlace.Tcp place, ModbusServices answers) {
    return new ModbusHost(
        ModbusTcpServer.create(
            NettyTcpServerTransport.create(
                config -> {
                  config.bindAddress = place.host();
                  config.port = place.port();
                }),
            answers),
        () -> {});
  }

  /** A cable between two pseudo-terminals: the driver opens one of them, the server the other. */
  private static ModbusHost rtu(ModbusPlace.Rtu place, ModbusServices answers) throws IOException {
    Path link = Path.of(place.port());
    if (Files.exists(link) && !Files.isSymbolicLink(link)) {
      throw new IOException("expected nothing or a symbolic link at " + link);
    }
    PseudoTerminal station = PseudoTerminal.open();
    PseudoTerminal device = PseudoTerminal.open();
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Path.of(station.path()));
    Host cable =
        new Host("played-rs485-line") {
          @Override
          void turn() throws IOException {
            device.offer(station.read(2));
            station.offer(device.read(2));
          }

          @Override
          void release() throws IOException {
            Files.deleteIfExists(link);
            station.close();
            device.close();
          }
        };
    cable.start();
    return new ModbusHost(
        ModbusRtuServer.create(
            SerialPortServerTransport.create(
                config -> {
                  config.serialPort = device.path();
                  config.baudRate = place.baud();
                }),
            answers),
        cable);
  }

  @Override
  public void close() {
    try {
      server.stop();
      line.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("closing a played Modbus line", e);
    }
  }

  /** A number that nobody has, or a silent device, gets no answer. */
  private record Answers(Map<Integer, ModbusDevice> devices) implements ModbusServices {
    private ModbusDevice device(int unit) throws UnknownUnitIdException {
      ModbusDevice device = devices.get(unit);
      if (device == null) {
        throw new UnknownUnitIdException(unit);
      }
      return device;
    }

    private byte[] read(int unit, int address, int quantity) throws UnknownUnitIdException {
      ModbusDevice device = device(unit);
      synchronized (device) {
        RegisterImage image =
            device.registers(System.nanoTime()).orElseThrow(() -> new UnknownUnitIdException(unit));
        return image.read(address, quantity);
      }
    }

    @Override
    public ReadInputRegistersResponse readInputRegisters(
        ModbusRequestContext context, int unit, ReadInputRegistersRequest request)
        throws UnknownUnitIdException {
      return new ReadInputRegistersResponse(read(unit, request.address(), request.quantity()));
    }

    @Override
    public ReadHoldingRegistersResponse readHoldingRegisters(
        ModbusRequestContext context, int unit, ReadHoldingRegistersRequest request)
        throws UnknownUnitIdException {
      return new ReadHoldingRegistersResponse(read(unit, request.address(), request.quantity()));
    }

    @Override
    public WriteMultipleRegistersResponse writeMultipleRegisters(
        ModbusRequestContext context, int unit, WriteMultipleRegistersRequest request)
        throws UnknownUnitIdException {
      ModbusDevice device = device(unit);
      ByteBuffer values = ByteBuffer.wrap(request.values());
      synchronized (device) {
        if (device.registers(System.nanoTime()).isEmpty()) {
          throw new UnknownUnitIdException(unit);
        }
        for (int i = 0; i < request.quantity(); i++) {
          int value = values.getShort(2 * i) & 0xFFFF;
          device.write(request.address() + i, value, System.nanoTime());
        }
      }
      return new WriteMultipleRegistersResponse(request.address(), request.quantity());
    }
  }
}
