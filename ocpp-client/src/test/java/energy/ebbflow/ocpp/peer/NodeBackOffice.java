package energy.ebbflow.ocpp.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;

/** The process of {@code src/test/node/server.js}. */
final class NodeBackOffice implements AutoCloseable {
  /** How long any single thing may take before the test fails. */
  private static final long PATIENCE_SECONDS = 20;

  private static final String REQUIRE = "EBBFLOW_REQUIRE_PEERS";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Writer input;
  private final List<JsonNode> events = new ArrayList<>();
  private int read;
  private int number;
  final int port;

  private NodeBackOffice(Process process) {
    this.process = process;
    this.input = process.outputWriter();
    Thread.ofVirtual().start(this::pump);
    this.port = await("listening", e -> true).get("port").asInt();
  }

  /** Starts it, or skips the test with the reason why it cannot be started. */
  static NodeBackOffice start(String protocols) throws IOException, InterruptedException {
    Path modules = Path.of("target/node/node_modules").toAbsolutePath();
    String missing = missing(modules);
    if (missing != null) {
      if ("1".equals(System.getenv(REQUIRE))) {
        throw new AssertionError(missing + "; " + REQUIRE + "=1 demands it");
      }
      Assumptions.abort(missing + "; run ocpp-client/src/test/node/prepare");
    }
    ProcessBuilder builder =
        new ProcessBuilder("node", "src/test/node/server.js", protocols)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("NODE_PATH", modules.toString());
    return new NodeBackOffice(builder.start());
  }

  private static @org.jspecify.annotations.Nullable String missing(Path modules)
      throws InterruptedException {
    try {
      if (new ProcessBuilder("node", "--version").start().waitFor() != 0) {
        return "node does not run";
      }
    } catch (IOException e) {
      return "node is not installed";
    }
    return Files.isDirectory(modules.resolve("ocpp-rpc")) ? null : "ocpp-rpc is not installed";
  }

  private void pump() {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JsonNode event = JSON.readTree(line);
        synchronized (events) {
          events.add(event);
          events.notifyAll();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next event of this kind that matches; events before it are passed over. */
  JsonNode await(String kind, Predicate<JsonNode> wanted) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (events) {
      while (true) {
        while (read < events.size()) {
          JsonNode event = events.get(read++);
          if (event.get("event").asText().equals(kind) && wanted.test(event)) {
            return event;
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("no '" + kind + "' came; what came: " + events);
        }
        try {
          events.wait(left);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  JsonNode awaitCall(String action) {
    return await("call", e -> e.get("method").asText().equals(action)).get("params");
  }

  /** Everything that came so far. */
  List<JsonNode> all() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  /** Starts to listen for events from the beginning again. */
  void rewind() {
    read = 0;
  }

  /** Calls the station and waits for its result or error. */
  JsonNode call(String action, String payload) {
    number++;
    ObjectNode command = JSON.createObjectNode();
    command.put("call", action);
    command.set("payload", parse(payload));
    command.put("number", number);
    write(command);
    int wanted = number;
    return await2(wanted);
  }

  private JsonNode await2(int wanted) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (events) {
      int at = 0;
      while (true) {
        for (; at < events.size(); at++) {
          JsonNode event = events.get(at);
          if (event.path("number").asInt() == wanted) {
            return event;
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("no answer came; what came: " + events);
        }
        try {
          events.wait(left);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  /** Prescribes the next answer to an action. */
  void script(String action, String answer) {
    number++;
    ObjectNode command = JSON.createObjectNode();
    command.put("script", action);
    command.set("answer", parse(answer));
    command.put("number", number);
    write(command);
    await2(number);
  }

  /** Closes every connection. */
  void drop() {
    write(JSON.createObjectNode().put("drop", true));
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(JsonNode command) {
    try {
      input.write(command + "\n");
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
