package energy.ebbflow.simulator.csms;

import energy.ebbflow.simulator.csms.shape.ShapeBook;
import energy.ebbflow.simulator.csms.shape.ShapeReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A version of OCPP, as negotiated by the WebSocket subprotocol. */
public enum Dialect {
  OCPP_2_1("ocpp2.1", "2.1", true, ShapeReader::ocpp21),
  OCPP_2_0_1("ocpp2.0.1", "2.0.1", false, ShapeReader::ocpp201),
  OCPP_1_6("ocpp1.6", "1.6", false, ShapeReader::ocpp16);

  private final String subprotocol;
  private final String version;
  private final boolean bidirectional;
  private final Supplier<ShapeBook> shapes;

  Dialect(String subprotocol, String version, boolean bidirectional, Supplier<ShapeBook> shapes) {
    this.subprotocol = subprotocol;
    this.version = version;
    this.bidirectional = bidirectional;
    this.shapes = shapes;
  }

  /** The WebSocket subprotocol. */
  public String subprotocol() {
    return subprotocol;
  }

  /** The version as people write it. */
  public String version() {
    return version;
  }

  /** Whether charging profiles carry set-points and discharge limits, and SEND exists. */
  public boolean bidirectional() {
    return bidirectional;
  }

  /**
   * An error code of OCPP-J 2.x as this version writes it.
   *
   * <p>OCPP-J 1.6, 4.2.3, has two spellings of its own and lacks two codes.
   */
  public String errorCode(String word) {
    if (this != OCPP_1_6) {
      return word;
    }
    return switch (word) {
      case "FormatViolation" -> "FormationViolation";
      case "OccurrenceConstraintViolation" -> "OccurenceConstraintViolation";
      case "RpcFrameworkError" -> "GenericError";
      case "MessageTypeNotSupported" -> "ProtocolError";
      default -> word;
    };
  }

  /** Reads the shapes of every message; costly, once per server. */
  public ShapeBook readShapes() {
    return shapes.get();
  }

  /** The dialect of a subprotocol, or of a version; {@code 1.6J} is 1.6. */
  public static Optional<Dialect> of(String word) {
    return Arrays.stream(values()).filter(d -> d.is(word)).findFirst();
  }

  private boolean is(String word) {
    return subprotocol.equalsIgnoreCase(word)
        || version.equals(word)
        || (this == OCPP_1_6 && word.equalsIgnoreCase("1.6J"));
  }

  /** Every subprotocol, newest first. */
  public static List<String> subprotocols() {
    return Arrays.stream(values()).map(Dialect::subprotocol).toList();
  }
}
