package energy.ebbflow.simulator.csms.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every message of one version of the standard, with the types they use. Immutable. */
public final class ShapeBook {
  private final Map<String, Shape> types;
  private final Map<String, Shape> requests;
  private final Map<String, Shape> responses;
  private final boolean customData;

  ShapeBook(
      Map<String, Shape> types,
      Map<String, Shape> requests,
      Map<String, Shape> responses,
      boolean customData) {
    this.customData = customData;
    this.types = Map.copyOf(types);
    this.requests = Map.copyOf(requests);
    this.responses = Map.copyOf(responses);
  }

  /** Whether the standard, as far as the bench knows it, has this action. */
  public boolean knows(String action) {
    return requests.containsKey(action);
  }

  /**
   * Checks the payload of a request.
   *
   * @return what is wrong, nothing if it is in order
   * @throws IllegalArgumentException if the action is unknown; ask {@link #knows} first
   */
  public List<Violation> checkRequest(String action, JsonNode payload) {
    return check(requests, action, payload);
  }

  /** Checks the payload of a response, as {@link #checkRequest} does. */
  public List<Violation> checkResponse(String action, JsonNode payload) {
    return check(responses, action, payload);
  }

  private List<Violation> check(Map<String, Shape> shapes, String action, JsonNode payload) {
    Shape shape =
        Optional.ofNullable(shapes.get(action))
            .orElseThrow(() -> new IllegalArgumentException("no shape for " + action));
    return new ShapeChecker(this::type, customData).check(shape, payload);
  }

  private Shape type(String name) {
    return Optional.ofNullable(types.get(name))
        .orElseThrow(() -> new IllegalStateException("no type " + name + " in the shapes"));
  }
}
