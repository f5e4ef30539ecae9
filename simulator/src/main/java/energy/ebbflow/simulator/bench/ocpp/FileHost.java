package energy.ebbflow.simulator.bench.ocpp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where a station fetches firmware and sends its log: HTTP on the loopback, the image no faster
 * than a good line. Thread-safe.
 */
final class FileHost implements AutoCloseable {
  private static final int IMAGE_BYTES = 32 << 20;
  private static final int CHUNK_BYTES = 1 << 16;

  /** Between two chunks of the image: 4 MiB a second. */
  private static final long CHUNK_NANOS = 15_625_000;

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong imageBytes = new AtomicLong();
  private final AtomicLong logs = new AtomicLong();

  private FileHost(HttpServer server) {
    this.server = server;
  }

  static FileHost open() throws IOException {
    FileHost host =
        new FileHost(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    host.server.createContext("/image", host::image);
    host.server.createContext("/logs", host::log);
    host.server.setExecutor(host.threads);
    host.server.start();
    return host;
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Bytes of images that were sent so far. */
  long imageBytes() {
    return imageBytes.get();
  }

  /** Logs that came whole. */
  long logs() {
    return logs.get();
  }

  private void image(HttpExchange exchange) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    exchange.sendResponseHeaders(OK, IMAGE_BYTES);
    try (exchange;
        OutputStream out = exchange.getResponseBody()) {
      long next = System.nanoTime();
      for (int sent = 0; sent < IMAGE_BYTES; sent += CHUNK_BYTES) {
        out.write(chunk);
        imageBytes.addAndGet(CHUNK_BYTES);
        next += CHUNK_NANOS;
        TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void log(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream in = exchange.getRequestBody()) {
      in.transferTo(OutputStream.nullOutputStream());
      exchange.sendResponseHeaders(NO_CONTENT, -1);
      logs.incrementAndGet();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
