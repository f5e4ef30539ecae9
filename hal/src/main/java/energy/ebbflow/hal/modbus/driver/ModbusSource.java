package energy.ebbflow.hal.modbus.driver;

import com.digitalpetri.modbus.client.ModbusClient;
import com.digitalpetri.modbus.client.ModbusRtuClient;
import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.exceptions.ModbusExecutionException;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.exceptions.ModbusTimeoutException;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import com.digitalpetri.modbus.serial.client.SerialPortClientTransport;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import energy.ebbflow.hal.serial.PortsInUse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers over Modbus TCP or RTU. Thread-safe: several devices may hang on one line, and are
 * asked one after the other.
 */
final class ModbusSource {
  private static final Logger LOG = LoggerFactory.getLogger(ModbusSource.class);

  /** How long one answer may take. */
  static final Duration ANSWER = Duration.ofSeconds(1);

  private final ModbusClient client;
  private final boolean serial;
  private boolean inUse;

  private ModbusSource(ModbusClient client, boolean serial) {
    this.client = client;
    this.serial = serial;
  }

  static ModbusSource tcp(String host, int port) {
    NettyTcpClientTransport transport =
        NettyTcpClientTransport.create(
            config -> {
              config.setHostname(host);
              config.setPort(port);
              config.setConnectTimeout(ANSWER);
              // The poller connects again by itself, with every question.
              config.setConnectPersistent(false);
            });
    return new ModbusSource(
        ModbusTcpClient.create(transport, config -> config.setRequestTimeout(ANSWER)), false);
  }

  static ModbusSource rtu(String port, int baud, SerialFrame frame) {
    SerialPortClientTransport transport =
        SerialPortClientTransport.create(
            config -> {
              config.setSerialPort(port);
              config.setBaudRate(baud);
              config.setParity(frame.parity());
              config.setStopBits(frame.stopBits());
            });
    return new ModbusSource(
        ModbusRtuClient.create(transport, config -> config.setRequestTimeout(ANSWER)), true);
  }

  /** The device with this number on the line. */
  RegisterSource unit(int unit) {
    return new RegisterSource() {
      @Override
      public byte[] read(boolean input, int address, int count) throws IOException {
        return exchange(
            () ->
                input
                    ? client
                        .readInputRegisters(unit, new ReadInputRegistersRequest(address, count))
                        .registers()
                    : client
                        .readHoldingRegisters(unit, new ReadHoldingRegistersRequest(address, count))
                        .registers());
      }

      @Override
      public void write(int address, int value) throws IOException {
        byte[] bytes = ByteBuffer.allocate(2).putShort((short) value).array();
        exchange(
            () ->
                client.writeMultipleRegisters(
                    unit, new WriteMultipleRegistersRequest(address, 1, bytes)));
      }
    };
  }

  /** One question and its answer. */
  @FunctionalInterface
  private interface Exchange<T> {
    T run() throws ModbusExecutionException, ModbusResponseException, ModbusTimeoutException;
  }

  private synchronized <T> T exchange(Exchange<T> exchange) throws IOException {
    try {
      if (!client.isConnected()) {
        client.connect();
        use(serial);
      }
      return exchange.run();
    } catch (ModbusTimeoutException e) {
      throw new IOException("no answer within " + ANSWER.toMillis() + " ms", e);
    } catch (ModbusResponseException e) {
      throw new IOException("it refuses the question: " + e.getMessage(), e);
    } catch (ModbusExecutionException e) {
      throw new IOException("the connection fails: " + e.getMessage(), e);
    }
  }

  synchronized void close() {
    try {
      client.disconnect();
    } catch (ModbusExecutionException e) {
      LOG.debug("Modbus connection did not close cleanly: {}", e.getMessage());
    } finally {
      use(false);
    }
  }

  private void use(boolean now) {
    if (now && !inUse) {
      PortsInUse.begin();
    } else if (!now && inUse) {
      PortsInUse.end();
    }
    inUse = now;
  }
}
