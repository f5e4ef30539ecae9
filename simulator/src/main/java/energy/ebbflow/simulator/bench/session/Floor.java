package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.simulator.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the machine itself takes for an exchange: {@link Echo} in a process of its own, with the
 * sizes and at the pace of the charge loop. Belongs to one thread.
 */
final class Floor implements AutoCloseable {
  private static final int WARM_UP = 5_000;
  private static final int CONNECT_MILLIS = 5_000;

  private final Process process;
  private final Socket socket;
  private final Optional<Capture> capture;
  private final byte[] request = new byte[Echo.REQUEST_BYTES];
  private final byte[] response = new byte[Echo.RESPONSE_BYTES];

  private Floor(Process process, Socket socket, Optional<Capture> capture) {
    this.process = process;
    this.socket = socket;
    this.capture = capture;
  }

  /** Starts the echo and lets it be compiled. */
  static Floor start(Optional<Capture> capture) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "echo")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      BufferedReader told = process.inputReader(StandardCharsets.UTF_8);
      Socket socket = new Socket();
      socket.setTcpNoDelay(true);
      String port = told.readLine();
      if (port == null) {
        throw new IOException("the echo ended before it listened");
      }
      socket.connect(
          new InetSocketAddress(InetAddress.getByName("::1"), Integer.parseInt(port)),
          CONNECT_MILLIS);
      Floor floor = new Floor(process, socket, capture);
      floor.backToBack(WARM_UP);
      return floor;
    } catch (IOException | RuntimeException failed) {
      process.destroyForcibly();
      throw failed;
    }
  }

  /** Exchanges back to back. */
  Times backToBack(int count) throws IOException {
    List<Double> nanos = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      nanos.add((double) exchange());
    }
    return new Times(nanos);
  }

  /** Exchanges at the given distance. */
  Times paced(int count, long paceNanos) throws IOException {
    List<Double> nanos = new ArrayList<>(count);
    long next = System.nanoTime();
    for (int i = 0; i < count; i++) {
      Pause.until(next);
      nanos.add((double) exchange());
      next += paceNanos;
    }
    return new Times(nanos);
  }

  private long exchange() throws IOException {
    capture.ifPresent(Capture::forget);
    long start = System.nanoTime();
    socket.getOutputStream().write(request);
    int have = socket.getInputStream().read(response);
    long atSocket = System.nanoTime() - start;
    if (have != response.length) {
      throw new IOException("the echo answered with " + have + " octets");
    }
    return capture.isPresent()
        ? capture.get().responseNanos(socket.getLocalPort(), socket.getPort()).orElse(atSocket)
        : atSocket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    process.destroy();
  }
}
