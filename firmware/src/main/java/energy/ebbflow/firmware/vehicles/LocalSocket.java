package energy.ebbflow.firmware.vehicles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running station's local interface: a Unix-domain socket in a folder that only the station's
 * own user may enter, so nothing of it is reachable over a network and the kernel checks who asks.
 * One line of JSON with an {@code action} is a request, one line of JSON the answer.
 */
public final class LocalSocket implements AutoCloseable {
  /** Connections at once; more wait in the kernel. */
  private static final int CONNECTIONS_MAX = 4;

  /** Our own: how long one request may take, from the connection to the answer. */
  private static final long REQUEST_MILLIS = 10_000;

  /** Who charges here is to go before others, or not any more (OCPP 2.1 K22). */
  private static final String PRIORITY = "SetPriority";

  private static final Logger LOG = LoggerFactory.getLogger(LocalSocket.class);

  private final ServerSocketChannel server;
  private final Path file;
  private final VehicleDesk desk;
  private final Priorities priorities;
  private final Semaphore free = new Semaphore(CONNECTIONS_MAX);
  private final Thread thread = new Thread(this::accept, "local-socket");

  /** Asks for priority of what charges at an outlet. Implementations never block. */
  public interface Priorities {
    /**
     * Asks.
     *
     * @param answer hears why there is none, or nothing where it is done
     */
    void ask(int evse, boolean active, Consumer<Optional<String>> answer);
  }

  private LocalSocket(
      ServerSocketChannel server, Path file, VehicleDesk desk, Priorities priorities) {
    this.server = server;
    this.file = file;
    this.desk = desk;
    this.priorities = priorities;
  }

  /** Where the socket of a station with this data folder is. */
  public static Path in(Path data) {
    return data.resolve("control").resolve("socket");
  }

  /**
   * Opens the socket. Without it the station runs as well; then what is missing is said.
   *
   * @return empty if the system does not let it
   */
  public static Optional<LocalSocket> open(Path data, VehicleDesk desk, Priorities priorities) {
    Path file = in(data);
    try {
      Path folder = file.getParent();
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      // The data folder is locked by this process: a socket in it is a dead station's.
      Files.deleteIfExists(file);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        server.bind(UnixDomainSocketAddress.of(file));
      } catch (IOException | RuntimeException failure) {
        server.close();
        throw failure;
      }
      LocalSocket socket = new LocalSocket(server, file, desk, priorities);
      socket.thread.setDaemon(true);
      socket.thread.start();
      return Optional.of(socket);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException failure) {
      LOG.warn(
          "{}: expected a socket to listen on, got: {}; the station runs without its local"
              + " interface",
          file,
          failure.getMessage());
      return Optional.empty();
    }
  }

  private void accept() {
    try {
      while (true) {
        free.acquire();
        SocketChannel client = server.accept();
        Thread.ofVirtual().name("local-request").start(() -> serve(client));
      }
    } catch (ClosedChannelException end) {
      LOG.debug("the local socket is closed");
    } catch (IOException failure) {
      LOG.warn("the local socket failed: {}; the station runs without it", failure.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(SocketChannel client) {
    Thread watch = Thread.ofVirtual().start(() -> closeLate(client));
    try (client) {
      String answer = answer(line(client));
      ByteBuffer out = ByteBuffer.wrap((answer + "\n").getBytes(StandardCharsets.UTF_8));
      while (out.hasRemaining()) {
        client.write(out);
      }
    } catch (IOException gone) {
      LOG.debug("a local request was given up: {}", gone.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      watch.interrupt();
      free.release();
    }
  }

  private static void closeLate(SocketChannel client) {
    try {
      TimeUnit.MILLISECONDS.sleep(REQUEST_MILLIS);
      client.close();
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    } catch (IOException gone) {
      LOG.debug("a late local request: {}", gone.getMessage());
    }
  }

  private static String line(SocketChannel client) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(VehicleCommands.REQUEST_MAX + 1);
    while (in.hasRemaining()) {
      int before = in.position();
      if (client.read(in) < 0) {
        break;
      }
      for (int i = before; i < in.position(); i++) {
        if (in.get(i) == '\n') {
          return new String(in.array(), 0, i, StandardCharsets.UTF_8);
        }
      }
    }
    return new String(in.array(), 0, in.position(), StandardCharsets.UTF_8);
  }

  private String answer(String line) throws InterruptedException {
    Optional<JsonNode> request = request(line);
    Optional<String> name = request.map(asked -> asked.path("action").asText());
    if (name.filter(PRIORITY::equals).isPresent()) {
      return priority(request.orElseThrow());
    }
    Optional<VehicleCommands.Action> action = name.flatMap(VehicleCommands.Action::named);
    BlockingQueue<VehicleCommands.Answer> answers = new ArrayBlockingQueue<>(1);
    if (action.isEmpty()) {
      return VehicleCommands.refusal(
              "expected {\"action\": \"ListVehicles\", \"SetVehicle\", \"ForgetVehicle\" or"
                  + " \"SetPriority\", …}")
          .json();
    }
    desk.command(action.get(), line, answers::offer);
    VehicleCommands.Answer answer = answers.poll(REQUEST_MILLIS, TimeUnit.MILLISECONDS);
    return answer == null
        ? VehicleCommands.refusal("no answer in time; try again").json()
        : answer.json();
  }

  private String priority(JsonNode asked) throws InterruptedException {
    JsonNode evse = asked.path("evse");
    JsonNode active = asked.path("active");
    if (!evse.isInt() || !active.isBoolean()) {
      return VehicleCommands.refusal(
              "expected an outlet's number as evse, and active true or false")
          .json();
    }
    BlockingQueue<Optional<String>> answers = new ArrayBlockingQueue<>(1);
    priorities.ask(evse.asInt(), active.asBoolean(), answers::offer);
    Optional<String> refusal = answers.poll(REQUEST_MILLIS, TimeUnit.MILLISECONDS);
    if (refusal == null) {
      return VehicleCommands.refusal("no answer in time; try again").json();
    }
    return refusal
        .map(why -> VehicleCommands.refusal(why).json())
        .orElseGet(
            () -> Json.MAPPER.createObjectNode().put("active", active.asBoolean()).toString());
  }

  private static Optional<JsonNode> request(String line) {
    if (line.length() > VehicleCommands.REQUEST_MAX) {
      return Optional.empty();
    }
    try {
      JsonNode node = Json.MAPPER.readTree(line);
      return node == null || !node.has("action") ? Optional.empty() : Optional.of(node);
    } catch (JsonProcessingException wrong) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(file);
  }

  /** Made with the first request: its classes are many, and a station starts without them. */
  private static final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
  }
}
