package energy.ebbflow.hal;

import java.util.function.Consumer;

/** Raw frames of one EtherType, for SLAC (ISO 15118-3, EtherType 0x88E1). */
public interface RawEthernet extends AutoCloseable {
  /** The interface's own address, six bytes. */
  byte[] address();

  /** Sends a whole Ethernet II frame of at most 1514 bytes. */
  void send(byte[] frame);

  /** Registers the receiver; called on the driver's thread with whole frames. */
  void receive(Consumer<byte[]> receiver);

  @Override
  void close();
}
