package energy.ebbflow.ocpp.domain;

/**
 * Who wants to charge. Personal data: {@link #toString} shortens it.
 *
 * @param value 1 to 255 characters
 * @param type OCPP's IdTokenEnumStringType, e.g. {@code ISO14443}, {@code Central}, {@code eMAID}
 */
public record IdToken(String value, String type) {
  @Override
  public String toString() {
    return type + ":" + (value.length() <= 4 ? "…" : "…" + value.substring(value.length() - 4));
  }
}
