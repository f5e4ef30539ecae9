package energy.ebbflow.hal.modbus.driver;

import com.fazecast.jSerialComm.SerialPort;

/** How a byte goes over an RS-485 line. */
public enum SerialFrame {
  /** Eight bits, no parity, one stop bit: most meters. */
  N1(SerialPort.NO_PARITY, SerialPort.ONE_STOP_BIT),
  /** Eight bits, no parity, two stop bits: the Modbus standard without parity. */
  N2(SerialPort.NO_PARITY, SerialPort.TWO_STOP_BITS),
  /** Eight bits, even parity, one stop bit: the Modbus standard. */
  E1(SerialPort.EVEN_PARITY, SerialPort.ONE_STOP_BIT),
  /** Eight bits, odd parity, one stop bit. */
  O1(SerialPort.ODD_PARITY, SerialPort.ONE_STOP_BIT);

  private final int parity;
  private final int stopBits;

  SerialFrame(int parity, int stopBits) {
    this.parity = parity;
    this.stopBits = stopBits;
  }

  int parity() {
    return parity;
  }

  int stopBits() {
    return stopBits;
  }
}
