package energy.ebbflow.firmware.vehicles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.iec61851.DutyCycle;
import energy.ebbflow.iec61851.tolerance.Evidence;
import energy.ebbflow.iec61851.tolerance.PauseTolerance;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Origin;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people and back offices may ask of the memory: read it, set a vehicle, forget one. Requests
 * and answers are JSON objects, the same over OCPP's DataTransfer and over the local socket.
 */
public final class VehicleCommands {
  /** Longest request that is looked at. */
  public static final int REQUEST_MAX = 4_096;

  /** Vehicles in one answer; the newest are told, and how many more there are. */
  public static final int LISTED_MAX = 100;

  private static final ObjectMapper JSON = mapper();

  private static final Set<String> SETTINGS =
      Set.of("tolerance", "minimumAmps", "test", "phaseSwitching", "label");

  /** What may be asked. */
  public enum Action {
    LIST("ListVehicles"),
    SET("SetVehicle"),
    FORGET("ForgetVehicle");

    private final String label;

    Action(String label) {
      this.label = label;
    }

    /** Its name on the wire. */
    public String label() {
      return label;
    }

    /** The action of that name. */
    public static Optional<Action> named(String label) {
      for (Action action : values()) {
        if (action.label.equals(label)) {
          return Optional.of(action);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * The answer to a request.
   *
   * @param accepted whether it was done
   * @param json an object; {@code error} says why not
   * @param changed the vehicle as it is now, where it was changed
   */
  public record Answer(boolean accepted, String json, Optional<KnownVehicle> changed) {}

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private VehicleCommands() {}

  /** Does what is asked. */
  public static Answer handle(VehicleMemory memory, Action action, String request, Instant now) {
    try {
      ObjectNode asked = parse(request);
      return switch (action) {
        case LIST -> list(memory, asked);
        case SET -> set(memory, asked, now);
        case FORGET -> forget(memory, asked, now);
      };
    } catch (Refused refused) {
      return refusal(String.valueOf(refused.getMessage()));
    }
  }

  /** An answer that nothing was done. */
  public static Answer refusal(String why) {
    return new Answer(
        false, JSON.createObjectNode().put("error", why).toString(), Optional.empty());
  }

  private static ObjectNode parse(String request) throws Refused {
    if (request.length() > REQUEST_MAX) {
      throw new Refused("expected at most " + REQUEST_MAX + " characters, got " + request.length());
    }
    try {
      JsonNode node = JSON.readTree(request.isBlank() ? "{}" : request);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new Refused("expected a JSON object, got another value");
    } catch (JsonProcessingException wrong) {
      throw new Refused("expected a JSON object, got: " + wrong.getOriginalMessage());
    }
  }

  // ---- read

  private static Answer list(VehicleMemory memory, ObjectNode asked) throws Refused {
    Optional<VehicleKey> one = key(memory, asked);
    only(asked, Set.of());
    List<KnownVehicle> vehicles =
        one.isPresent() ? memory.find(one.get()).stream().toList() : memory.all();
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode listed = answer.putArray("vehicles");
    // All that was seen is told of one vehicle; of many, the last that was seen of each.
    int pieces = one.isPresent() ? PauseTolerance.MAX_EVIDENCE : 1;
    vehicles.stream().limit(LISTED_MAX).forEach(vehicle -> listed.add(told(vehicle, pieces)));
    answer.put("more", Math.max(0, vehicles.size() - LISTED_MAX));
    return new Answer(true, answer.toString(), Optional.empty());
  }

  private static ObjectNode told(KnownVehicle vehicle, int pieces) {
    PauseTolerance tolerance = vehicle.tolerance();
    ObjectNode node = JSON.createObjectNode();
    node.put("key", vehicle.key().text());
    node.put("label", vehicle.label());
    node.put("tolerance", tolerance.verdict().name().toLowerCase(Locale.ROOT));
    node.put("origin", tolerance.origin().name().toLowerCase(Locale.ROOT));
    node.put("since", tolerance.since().toString());
    node.put("minimumAmps", tolerance.minimumAmps());
    if (tolerance.pauseLimitSeconds() > 0) {
      node.put("pauseLimitSeconds", tolerance.pauseLimitSeconds());
    }
    if (tolerance.interruptionLimit() > 0) {
      node.put("interruptionLimit", tolerance.interruptionLimit());
    }
    node.put("test", vehicle.testPermitted());
    node.put("phaseSwitching", vehicle.phaseSwitching());
    ArrayNode evidence = node.putArray("evidence");
    int from = Math.max(0, tolerance.evidence().size() - pieces);
    for (Evidence piece : tolerance.evidence().subList(from, tolerance.evidence().size())) {
      evidence
          .addObject()
          .put("at", piece.at().toString())
          .put("outcome", piece.outcome().name().toLowerCase(Locale.ROOT))
          .put("pauseSeconds", piece.pauseSeconds())
          .put("resumeSeconds", piece.resumeSeconds())
          .put("amps", piece.amps());
    }
    return node;
  }

  // ---- change

  private static Answer set(VehicleMemory memory, ObjectNode asked, Instant now) throws Refused {
    VehicleKey key = required(memory, asked);
    only(asked, SETTINGS);
    if (SETTINGS.stream().noneMatch(asked::has)) {
      throw new Refused("expected one of " + sorted(SETTINGS) + " at least, got none");
    }
    KnownVehicle known = memory.find(key).orElseGet(() -> KnownVehicle.unknown(key, now));
    KnownVehicle wanted =
        new KnownVehicle(
            key,
            tolerance(known.tolerance(), asked, now),
            flag(asked, "test").orElse(known.testPermitted()),
            flag(asked, "phaseSwitching").orElse(known.phaseSwitching()),
            label(asked).orElse(known.label()));
    memory.put(wanted, now);
    return new Answer(
        true, told(wanted, PauseTolerance.MAX_EVIDENCE).toString(), Optional.of(wanted));
  }

  private static PauseTolerance tolerance(PauseTolerance known, ObjectNode asked, Instant now)
      throws Refused {
    double minimum = amps(asked).orElse(known.minimumAmps());
    if (!asked.has("tolerance")) {
      return VehicleMemory.set(known, known.verdict(), known.origin(), minimum, now);
    }
    String word = asked.get("tolerance").asText();
    return switch (word) {
      case "tolerant" -> VehicleMemory.set(known, Verdict.TOLERANT, Origin.MANUAL, minimum, now);
      case "intolerant" ->
          VehicleMemory.set(known, Verdict.INTOLERANT, Origin.MANUAL, minimum, now);
      // Learned anew: what was seen before is no evidence any more.
      case "learn" ->
          new PauseTolerance(Verdict.UNKNOWN, Origin.LEARNED, now, minimum, 0, 0, List.of());
      default ->
          throw new Refused(
              "tolerance: expected tolerant, intolerant or learn, got \"" + cut(word) + "\"");
    };
  }

  private static Optional<Double> amps(ObjectNode asked) throws Refused {
    JsonNode node = asked.get("minimumAmps");
    if (node == null) {
      return Optional.empty();
    }
    double amps = node.isNumber() ? node.asDouble() : Double.NaN;
    if (!(amps >= DutyCycle.MIN_AMPS && amps <= DutyCycle.MAX_AMPS)) {
      throw new Refused(
          "minimumAmps: expected a number from 6 to 80, got " + cut(String.valueOf(node)));
    }
    return Optional.of(amps);
  }

  private static Optional<Boolean> flag(ObjectNode asked, String name) throws Refused {
    JsonNode node = asked.get(name);
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isBoolean()) {
      throw new Refused(name + ": expected true or false, got " + cut(String.valueOf(node)));
    }
    return Optional.of(node.asBoolean());
  }

  private static Optional<String> label(ObjectNode asked) throws Refused {
    JsonNode node = asked.get("label");
    if (node == null) {
      return Optional.empty();
    }
    String text = node.asText();
    if (!node.isTextual() || text.length() > KnownVehicle.LABEL_MAX || !printable(text)) {
      throw new Refused(
          "label: expected at most "
              + KnownVehicle.LABEL_MAX
              + " printable characters, got others");
    }
    return Optional.of(text);
  }

  private static boolean printable(String text) {
    return text.chars().noneMatch(Character::isISOControl);
  }

  private static Answer forget(VehicleMemory memory, ObjectNode asked, Instant now) throws Refused {
    VehicleKey key = required(memory, asked);
    only(asked, Set.of());
    if (!memory.forget(key)) {
      throw new Refused("expected a vehicle that is remembered, got another");
    }
    ObjectNode answer = JSON.createObjectNode().put("key", key.text());
    return new Answer(true, answer.toString(), Optional.of(KnownVehicle.unknown(key, now)));
  }

  // ---- which vehicle

  private static VehicleKey required(VehicleMemory memory, ObjectNode asked) throws Refused {
    return key(memory, asked)
        .orElseThrow(() -> new Refused("expected one of " + names() + ", got none"));
  }

  private static Optional<VehicleKey> key(VehicleMemory memory, ObjectNode asked) throws Refused {
    List<VehicleKey> keys = new ArrayList<>();
    try {
      if (asked.has("key")) {
        keys.add(new VehicleKey(asked.get("key").asText()));
      }
      for (Map.Entry<String, VehicleKey.Kind> name : FleetFile.identityNames().entrySet()) {
        if (asked.has(name.getKey())) {
          keys.add(memory.key(new Identity(name.getValue(), asked.get(name.getKey()).asText())));
        }
      }
    } catch (IllegalArgumentException wrong) {
      throw new Refused(String.valueOf(wrong.getMessage()));
    }
    if (keys.size() > 1) {
      throw new Refused("expected one of " + names() + ", got " + keys.size() + " of them");
    }
    return keys.stream().findFirst();
  }

  private static String names() {
    return "key, " + String.join(", ", FleetFile.identityNames().keySet());
  }

  private static void only(ObjectNode asked, Set<String> allowed) throws Refused {
    for (Map.Entry<String, JsonNode> field : asked.properties()) {
      String name = field.getKey();
      boolean known =
          allowed.contains(name)
              || name.equals("key")
              || name.equals("action")
              || FleetFile.identityNames().containsKey(name);
      if (!known) {
        throw new Refused("expected a known field, got \"" + cut(name) + "\"");
      }
    }
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }

  private static String cut(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }

  private static ObjectMapper mapper() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper
        .getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(4).build());
    return mapper;
  }
}
