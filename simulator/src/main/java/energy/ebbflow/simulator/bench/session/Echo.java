package energy.ebbflow.simulator.bench.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * A program that answers at once with as many octets as a response of the charge loop has: one
 * thread, one connection, no thought. What it needs is what the machine needs.
 */
@Command(
    name = "echo",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Answers each read on ::1 with a fixed number of octets; prints its port first.")
public final class Echo implements Callable<Integer> {
  /** Octets of a DC_ChargeLoopReq of the measuring vehicle and of its response, with headers. */
  static final int REQUEST_BYTES = 53;

  static final int RESPONSE_BYTES = 80;

  private static final int BUFFER_BYTES = 4096;

  @Override
  public Integer call() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getByName("::1"), 0));
      System.out.println(((InetSocketAddress) server.getLocalAddress()).getPort());
      System.out.flush();
      try (SocketChannel peer = server.accept()) {
        peer.setOption(StandardSocketOptions.TCP_NODELAY, true);
        answer(peer);
      }
    }
    return 0;
  }

  private static void answer(SocketChannel peer) throws IOException {
    ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
    ByteBuffer out = ByteBuffer.allocateDirect(RESPONSE_BYTES);
    while (peer.read(in.clear()) >= 0) {
      out.clear();
      while (out.hasRemaining()) {
        peer.write(out);
      }
    }
  }
}
