package energy.ebbflow.ocpp.link.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.Examples;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Bench;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.rpc.ErrorCode;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.rpc.FrameText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every message of the three dialects, right and mutated, is told to a whole link, as a call and as
 * an answer. The outcome is an answer or an error with one of the protocol's codes; nothing is
 * thrown, nothing takes long, nothing piles up.
 *
 * <p>A longer run: {@code ./ebbflow test --fuzz SECONDS}, which sets {@code ebbflow.fuzzSeconds}.
 */
class FuzzedMessagesTest {
  private static final long SECONDS = Long.getLong("ebbflow.fuzzSeconds", 0);
  private static final long SEED = Long.getLong("ebbflow.fuzzSeed", 1);

  /** Messages of each dialect in the suite; a few seconds. */
  private static final int MESSAGES = 1_500;

  private static final int TEXTS = 20_000;

  /** A new station after so many messages: what one leaves behind must not hide what others do. */
  private static final int MESSAGES_OF_A_STATION = 400;

  /** More than a loaded machine needs for any message; no bound of the product. */
  private static final long SLOW_NANOS = 5_000_000_000L;

  @TempDir Path folder = Path.of("");

  private final Map<String, Integer> outcomes = new TreeMap<>();

  /** Calls that are not answered yet: some answers wait for an outlet. */
  private final Set<String> asked = new TreeSet<>();

  private int number;

  /** Every action that has records: those of the back office, and those of the station. */
  private static Map<String, Action<?, ?>> actions(WireVersion version) throws IOException {
    Path classes = Path.of("target", "classes");
    Path room =
        classes.resolve("energy/ebbflow/ocpp/" + (version == WireVersion.V16 ? "v16" : "v2"));
    Map<String, Action<?, ?>> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(room)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        String name = classes.relativize(file).toString().replace('/', '.');
        action(name.substring(0, name.length() - ".class".length()))
            .ifPresent(action -> found.put(action.name(), action));
      }
    }
    return found;
  }

  private static Optional<Action<?, ?>> action(String type) {
    try {
      Object value = Class.forName(type).getField("ACTION").get(null);
      return value instanceof Action<?, ?> action ? Optional.of(action) : Optional.empty();
    } catch (ReflectiveOperationException e) {
      // A part of a message, not a message.
      return Optional.empty();
    }
  }

  private Bench station(WireVersion version, int number) throws IOException {
    return new Bench(Files.createDirectory(folder.resolve("station-" + number)), version).online();
  }

  @ParameterizedTest
  @EnumSource(
      value = WireVersion.class,
      names = {"V16", "V201", "V21"})
  void aLinkOutlivesEveryMessage(WireVersion version) throws IOException {
    Map<String, Action<?, ?>> actions = actions(version);
    assertTrue(actions.size() > 30, () -> "what was found: " + actions.keySet());
    Action<?, ?>[] all = actions.values().toArray(new Action<?, ?>[0]);
    Set<String> codes =
        Arrays.stream(ErrorCode.values())
            .map(code -> code.wire(version))
            .collect(Collectors.toCollection(TreeSet::new));
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    int count = 0;
    Bench bench = station(version, 0);
    try {
      while (count < MESSAGES || System.nanoTime() - end < 0) {
        Random random = new Random(SEED * 1_000_003 + count);
        if (count % MESSAGES_OF_A_STATION == MESSAGES_OF_A_STATION - 1
            || !bench.disconnects.isEmpty()) {
          bench.close();
          bench = station(version, count + 1);
          asked.clear();
        }
        one(bench, version, all[count % all.length], random, codes);
        count++;
      }
    } finally {
      bench.close();
    }
    System.out.println(version + ": " + count + " messages: " + outcomes);
    assertTrue(outcomes.getOrDefault("CALLRESULT", 0) > count / 50, outcomes::toString);
    assertFalse(
        outcomes.containsKey("InternalError"), () -> "a defect of ours was told: " + outcomes);
  }

  private void one(
      Bench bench, WireVersion version, Action<?, ?> action, Random random, Set<String> codes) {
    Examples examples = new Examples(version, random);
    ObjectNode payload = examples.of(action.request());
    Mutation mutation = new Mutation(random);
    int changes = random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      mutation.apply(payload);
    }
    String id = "m" + number++;
    String frame = "[2,\"" + id + "\",\"" + action.name() + "\"," + payload + "]";
    long began = System.nanoTime();
    asked.add(id);
    try {
      bench.link.text(frame, bench.now());
      agree(bench, random);
      hear(bench, id, changes == 0, codes, mutation, random);
      if (random.nextInt(20) == 0) {
        bench.pass(random.nextInt(120));
      }
    } catch (RuntimeException | AssertionError | StackOverflowError failure) {
      throw new AssertionError(
          version
              + ": "
              + failure
              + " at "
              + (frame.length() > 2_000 ? frame.substring(0, 2_000) + "…" : frame),
          failure);
    }
    long took = System.nanoTime() - began;
    assertTrue(took < SLOW_NANOS, () -> took / 1_000_000 + " ms for " + action.name());
    assertTrue(bench.errands.size() < 1_000, () -> bench.errands.size() + " errands wait");
  }

  /** The outlets answer what they are asked, yes or no. */
  private static void agree(Bench bench, Random random) {
    for (BackOfficeCommand command : bench.commands) {
      long number =
          switch (command) {
            case BackOfficeCommand.Start start -> start.command();
            case BackOfficeCommand.Stop stop -> stop.command();
            case BackOfficeCommand.Reset reset -> reset.command();
            case BackOfficeCommand.Unlock unlock -> unlock.command();
            case BackOfficeCommand.Availability availability -> availability.command();
            case BackOfficeCommand.AllowEnergyTransfer allow -> allow.command();
            default -> -1;
          };
      if (number >= 0) {
        bench.link.report(
            new StationEvent.CommandResult(number, random.nextBoolean(), "told"), bench.now());
      }
    }
    bench.commands.clear();
  }

  /** What the station said: its answer, and calls of its own, which are answered somehow. */
  private void hear(
      Bench bench, String id, boolean right, Set<String> codes, Mutation mutation, Random random) {
    for (int i = 0; i < 200 && !bench.frames.isEmpty(); i++) {
      ArrayNode said = bench.frame();
      int type = said.get(0).asInt();
      if (type == 2) {
        answer(bench, said, mutation, random);
      } else if (type == 3 || type == 4) {
        String to = said.get(1).asText();
        assertTrue(asked.remove(to), () -> "an answer to nothing, or a second one: " + said);
        String outcome = type == 3 ? "CALLRESULT" : said.get(2).asText();
        outcomes.merge(outcome, 1, Integer::sum);
        assertTrue(type == 3 || codes.contains(outcome), () -> "no code of OCPP: " + outcome);
        assertFalse(
            right
                && to.equals(id)
                && Set.of("TypeConstraintViolation", "FormatViolation").contains(outcome),
            () -> "a right message was refused: " + said);
      }
    }
  }

  private static void answer(Bench bench, ArrayNode call, Mutation mutation, Random random) {
    String id = call.get(1).toString();
    String text =
        switch (random.nextInt(4)) {
          case 0 -> "[4," + id + ",\"InternalError\",\"\",{}]";
          case 1 -> "[3," + id + ",{}]";
          default -> {
            ObjectNode payload =
                StrictJson.object()
                    .put("status", "Accepted")
                    .put("currentTime", "2026-03-01T12:00:00Z")
                    .put("interval", 300);
            mutation.apply(payload);
            yield "[3," + id + "," + payload + "]";
          }
        };
    bench.link.text(text, bench.now());
  }

  /** Texts that are no JSON, no frame, or one of the wrong kind: always a frame or its error. */
  @Test
  void noTextIsTooStrange() throws IOException {
    Map<String, Integer> kinds = new TreeMap<>();
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    WireVersion[] versions = {WireVersion.V16, WireVersion.V201, WireVersion.V21};
    Map<WireVersion, Action<?, ?>[]> all = new TreeMap<>();
    for (WireVersion version : versions) {
      all.put(version, actions(version).values().toArray(new Action<?, ?>[0]));
    }
    for (int count = 0; count < TEXTS || System.nanoTime() - end < 0; count++) {
      Random random = new Random(SEED * 7_919 + count);
      WireVersion version = versions[count % versions.length];
      Action<?, ?>[] actions = all.getOrDefault(version, new Action<?, ?>[0]);
      Action<?, ?> action = actions[random.nextInt(actions.length)];
      String frame =
          "["
              + (2 + random.nextInt(5))
              + ",\"id\",\""
              + action.name()
              + "\","
              + new Examples(version, random).of(action.request())
              + "]";
      String text = new Mutation(random).text(frame);
      long began = System.nanoTime();
      Frame read = FrameText.read(text, version);
      long took = System.nanoTime() - began;
      assertTrue(took < SLOW_NANOS, () -> took / 1_000_000 + " ms for " + text);
      kinds.merge(read.getClass().getSimpleName(), 1, Integer::sum);
    }
    System.out.println(kinds);
    assertTrue(kinds.containsKey("Garbage") && kinds.containsKey("Call"), kinds::toString);
  }

  /** The largest frame that the transport lets in, in the shapes that cost most. */
  @Test
  void theLargestFrameIsReadInBoundedTime() {
    int most = 512 * 1024;
    for (String shape :
        new String[] {
          "[2,\"i\",\"SetVariables\",{\"setVariableData\":[" + "{},".repeat(most / 3) + "{}]}]",
          "[2,\"i\",\"DataTransfer\",{\"vendorId\":\"" + "\\u0041".repeat(most / 6) + "\"}]",
          "[2,\"i\",\"GetVariables\",{\"a\":" + "[".repeat(most / 2) + "]".repeat(most / 2) + "}]",
          "[2,\"i\",\"GetVariables\",{" + names(most / 10) + "\"z\":1}]",
          "[2,\"i\",\"GetVariables\",{\"a\":" + "9".repeat(most) + "}]",
        }) {
      long began = System.nanoTime();
      Frame read = FrameText.read(shape, WireVersion.V21);
      long took = System.nanoTime() - began;
      assertTrue(took < SLOW_NANOS, () -> took / 1_000_000 + " ms for " + read.getClass());
    }
  }

  private static String names(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("\"n").append(i).append("\":1,");
    }
    return text.toString();
  }
}
