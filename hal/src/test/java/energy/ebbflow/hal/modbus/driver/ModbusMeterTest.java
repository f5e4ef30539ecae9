package energy.ebbflow.hal.modbus.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersResponse;
import com.digitalpetri.modbus.server.ModbusRequestContext;
import com.digitalpetri.modbus.server.ModbusServices;
import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.modbus.RegisterMap;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The poller: with an answering server on a real socket, and with a source that fails. */
@Timeout(60)
class ModbusMeterTest {
  private static final BoardClock CLOCK =
      new BoardClock() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public double speed() {
          return 20;
        }
      };

  private static final ModbusServices SERVICES =
      new ModbusServices() {
        @Override
        public ReadInputRegistersResponse readInputRegisters(
            ModbusRequestContext context, int unit, ReadInputRegistersRequest request) {
          return new ReadInputRegistersResponse(registers(request.quantity(), 1000f + unit));
        }
      };

  private static byte[] registers(int count, float watts) {
    return ByteBuffer.allocate(count * 2).putFloat(52 * 2, watts).putFloat(70 * 2, 50).array();
  }

  @Test
  void aMeterOnARealSocketIsRead() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ModbusTcpServer server =
        ModbusTcpServer.create(
            NettyTcpServerTransport.create(
                config -> {
                  config.bindAddress = "127.0.0.1";
                  config.port = port;
                }),
            SERVICES);
    BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();
    server.start();
    ModbusLines lines = new ModbusLines();
    ModbusMeter meter =
        ModbusMeter.started(
            RegisterMap.named("eastron-sdm630"),
            lines,
            new ModbusPlace.Tcp("127.0.0.1", port),
            7,
            readings::add,
            CLOCK);
    try {
      assertEquals(1007, assertInstanceOf(Reading.Meter.class, readings.take()).power().value());
      server.stop();
      Reading fault = readings.take();
      while (!(fault instanceof Reading.DeviceFault)) {
        fault = readings.take();
      }
      assertEquals(ModbusMeter.DEVICE, assertInstanceOf(Reading.DeviceFault.class, fault).device());
    } finally {
      meter.close();
      lines.close();
      server.stop();
    }
  }

  private static final class Broken implements RegisterSource {
    private boolean works;

    @Override
    public byte[] read(boolean input, int address, int count) throws IOException {
      if (!works) {
        throw new IOException("no answer within 1000 ms");
      }
      return registers(count, 5);
    }

    @Override
    public void write(int address, int value) throws IOException {
      throw new IOException("a meter is only read");
    }
  }

  @Test
  void threeFailuresInARowAreAFaultThatIsNotSaidWithEveryQuestion() throws ConfigException {
    Broken source = new Broken();
    List<Reading> readings = new ArrayList<>();
    ModbusMeter meter =
        new ModbusMeter(RegisterMap.named("eastron-sdm630"), source, readings::add, CLOCK);
    meter.poll();
    meter.poll();
    assertEquals(List.of(), readings);
    meter.poll();
    assertEquals(
        List.of(
            new Reading.DeviceFault(
                "meter",
                "expected an answer of the Eastron SDM630 (V2) every second, no answer within 1000"
                    + " ms (3 times)")),
        readings);
    meter.poll();
    assertEquals(1, readings.size());
    source.works = true;
    meter.poll();
    assertInstanceOf(Reading.Meter.class, readings.get(1));
    Reading.GridQuality grid = assertInstanceOf(Reading.GridQuality.class, readings.getLast());
    assertEquals(List.of(), grid.phaseVoltages(), "those of an outlet are not the grid's");
    assertEquals(
        4_000_000_000L, grid.validNanos(), "two waits, a time-out and an answer, 1 s each");
    source.works = false;
    meter.poll();
    meter.poll();
    meter.poll();
    assertEquals(4, readings.size(), "after a success the count begins anew");
  }

  /** A thread that ends is a meter that is silent for ever without anybody being told. */
  @Test
  void anAnswerThatNobodyThoughtOfIsAFailureAndTheMeterIsAskedOn() throws ConfigException {
    List<Reading> readings = new ArrayList<>();
    RegisterSource strange =
        new RegisterSource() {
          @Override
          public byte[] read(boolean input, int address, int count) {
            throw new IllegalStateException("what is this?");
          }

          @Override
          public void write(int address, int value) {}
        };
    ModbusMeter meter =
        new ModbusMeter(RegisterMap.named("eastron-sdm630"), strange, readings::add, CLOCK);
    meter.poll();
    meter.poll();
    assertEquals(List.of(), readings);
    meter.poll();
    assertEquals(
        List.of(
            new Reading.DeviceFault(
                "meter",
                "expected an answer of the Eastron SDM630 (V2) every second, its answer breaks the"
                    + " driver: what is this? (3 times)")),
        readings);
  }
}
