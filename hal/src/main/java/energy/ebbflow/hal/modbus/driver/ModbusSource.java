package energy.ebbflow.hal.modbus.driver;

import com.digitalpetri.modbus.client.ModbusClient;
import com.digitalpetri.modbus.client.ModbusRtuClient;
import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.exceptions.ModbusExecutionException;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.exceptions.ModbusTimeoutException;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.serial.client.SerialPortClientTransport;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers over Modbus TCP or RTU. Used by one thread. */
final class ModbusSource implements RegisterSource {
  private static final Logger LOG = LoggerFactory.getLogger(ModbusSource.class);

  /** How long one answer may take. */
  private static final Duration ANSWER = Duration.ofSeconds(1);

  private final ModbusClient client;
  private final int unit;

  private ModbusSource(ModbusClient client, int unit) {
    this.client = client;
    this.unit = unit;
  }

  static ModbusSource tcp(String host, int port, int unit) {
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
        ModbusTcpClient.create(transport, config -> config.setRequestTimeout(ANSWER)), unit);
  }

  static ModbusSource rtu(String port, int baud, int unit) {
    SerialPortClientTransport transport =
        SerialPortClientTransport.create(
            config -> {
              config.setSerialPort(port);
              config.setBaudRate(baud);
            });
    return new ModbusSource(
        ModbusRtuClient.create(transport, config -> config.setRequestTimeout(ANSWER)), unit);
  }

  @Override
  public byte[] read(boolean input, int address, int count) throws IOException {
    try {
      if (!client.isConnected()) {
        client.connect();
      }
      return input
          ? client
              .readInputRegisters(unit, new ReadInputRegistersRequest(address, count))
              .registers()
          : client
              .readHoldingRegisters(unit, new ReadHoldingRegistersRequest(address, count))
              .registers();
    } catch (ModbusTimeoutException e) {
      throw new IOException("no answer within " + ANSWER.toMillis() + " ms", e);
    } catch (ModbusResponseException e) {
      throw new IOException("it refuses the question: " + e.getMessage(), e);
    } catch (ModbusExecutionException e) {
      throw new IOException("the connection fails: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      client.disconnect();
    } catch (ModbusExecutionException e) {
      LOG.debug("meter connection did not close cleanly: {}", e.getMessage());
    }
  }
}
